"""
zh: 没有给 `max_workers`，默认值跟着核数走，任务多了就排队。
en: `max_workers` is not given: the default follows the number of cores, and further jobs queue up.
fails: q19-check-2 q19-hidden-1
"""

def map_threads(func, items):
    with ThreadPoolExecutor() as pool:
        return list(pool.map(func, items))


# %%
def map_processes(func, items):
    with ProcessPoolExecutor() as pool:
        return list(pool.map(func, items))


# %%
async def map_coroutines(afunc, items):
    return await asyncio.gather(*(afunc(item) for item in items))


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
