"""
zh: 结果按项存进字典：相等的项并成一个，列表作不了键。
en: Results are kept in a dict by item: equal items become one, and a list cannot be a key.
fails: q19-hidden-1
"""

def map_threads(func, items):
    with ThreadPoolExecutor(64) as pool:
        futures = {str(item): pool.submit(func, item) for item in items}
        return [future.result() for future in futures.values()]


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(max(len(items), 1)) as pool:
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
