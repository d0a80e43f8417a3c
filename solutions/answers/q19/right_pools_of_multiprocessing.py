"""
zh: 用 `multiprocessing` 的 `Pool` 和 `ThreadPool`，每次只发一项。
en: It uses `Pool` and `ThreadPool` of `multiprocessing`, one item at a time.
"""

from multiprocessing import Pool
from multiprocessing.pool import ThreadPool

map_threads = lambda func, items: ThreadPool(len(items) or 1).map(func, items, chunksize=1)


# %%
def map_processes(func, items):
    with Pool(len(items) or 1) as pool:
        return pool.map(func, items, chunksize=1)


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
