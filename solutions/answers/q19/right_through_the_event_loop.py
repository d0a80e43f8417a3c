"""
zh: `map_coroutines` 自己等 `asyncio.wait`，线程的结果放进预先排好的格子。
en: `map_coroutines` waits with `asyncio.wait`; threads put their results into places laid out before.
"""

def map_threads(func, items):
    with ThreadPoolExecutor(max_workers=100) as pool:
        places = {}
        for number, item in enumerate(items):
            places[number] = pool.submit(func, item)
    return [places[number].result() for number in sorted(places)]


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))


# %%
async def map_coroutines(afunc, items):
    tasks = [asyncio.ensure_future(afunc(item)) for item in items]
    if tasks:
        await asyncio.wait(tasks)
    return [task.result() for task in tasks]


# %%
MODEL_FOR = {
    "primes": "process",
    "chat": "coroutine",
    "reports": "thread",
    "plugin": "process",
    "backup": "thread",
    "timers": "coroutine",
    "pixels": "process",
    "window": "thread",
}
