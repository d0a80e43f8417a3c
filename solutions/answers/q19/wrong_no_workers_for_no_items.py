"""
zh: 空列表时 `max_workers` 是 0，抛出 `ValueError`。
en: For an empty list `max_workers` is 0, a `ValueError`.
fails: q19-hidden-1
"""

def map_threads(func, items):
    with ThreadPoolExecutor(len(items)) as pool:
        return list(pool.map(func, items))


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(len(items)) as pool:
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
