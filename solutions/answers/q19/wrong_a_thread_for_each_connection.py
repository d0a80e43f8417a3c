"""
zh: 一万个连接各开一个线程，太贵。
en: A thread for each of ten thousand connections: too much.
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
    "chat": "thread",
    "reports": "thread",
    "plugin": "process",
    "backup": "thread",
    "timers": "coroutine",
    "pixels": "process",
    "window": "thread",
}
