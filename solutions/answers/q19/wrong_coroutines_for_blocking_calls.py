"""
zh: 阻塞的调用选了协程：事件循环会被堵住。
en: Coroutines for blocking calls, which block the event loop.
fails: q19-hidden-2
"""

def map_threads(func, items):
    with ThreadPoolExecutor(max(len(items), 1)) as pool:
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
    "reports": "coroutine",
    "plugin": "process",
    "backup": "coroutine",
    "timers": "coroutine",
    "pixels": "process",
    "window": "coroutine",
}
