"""
zh: 在另一个线程里新开了一个事件循环。
en: It starts an event loop of its own in another thread.
fails: q19-check-1 q19-hidden-1
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
    async def gather():
        return await asyncio.gather(*(afunc(item) for item in items))

    return await asyncio.to_thread(lambda: asyncio.run(gather()))


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
