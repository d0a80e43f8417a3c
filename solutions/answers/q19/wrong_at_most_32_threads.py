"""
zh: 线程最多开 32 个，64 项不能同时进行。
en: At most 32 threads: 64 items cannot be under way at once.
fails: q19-hidden-1
"""

def map_threads(func, items):
    with ThreadPoolExecutor(32) as pool:
        return list(pool.map(func, items))


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
