"""
zh: `map_processes` 用的还是线程，没有别的进程。
en: `map_processes` uses threads again; there is no other process.
fails: q19-check-2 q19-hidden-1
"""

def map_threads(func, items):
    with ThreadPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))


# %%
def map_processes(func, items):
    with ThreadPoolExecutor(max(len(items), 1)) as pool:
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
