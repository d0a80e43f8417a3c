"""
zh: 把 `lambda` 交给进程，`pickle` 找不到它。
en: A `lambda` is handed to the processes, where `pickle` cannot find it.
fails: q19-check-2 q19-hidden-1
"""

def map_threads(func, items):
    with ThreadPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(lambda item: func(item), items))


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
