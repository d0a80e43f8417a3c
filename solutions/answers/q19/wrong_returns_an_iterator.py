"""
zh: 返回的是迭代器或元组，不是列表。
en: It gives an iterator or a tuple, not a list.
fails: q19-check-1 q19-check-2 q19-hidden-1
"""

def map_threads(func, items):
    return tuple(ThreadPoolExecutor(64).map(func, items))


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(12) as pool:
        return tuple(pool.map(func, items))


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
