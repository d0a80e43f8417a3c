"""
zh: `as_completed` 按做完的先后交回结果，次序乱了。
en: `as_completed` gives results in the order of finishing, not in that of the items.
fails: q19-check-1 q19-check-2 q19-hidden-1
"""

from concurrent.futures import as_completed


def map_threads(func, items):
    with ThreadPoolExecutor(64) as pool:
        return [future.result() for future in as_completed([pool.submit(func, item) for item in items])]


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(12) as pool:
        return [future.result() for future in as_completed([pool.submit(func, item) for item in items])]


# %%
async def map_coroutines(afunc, items):
    return [await first for first in asyncio.as_completed([afunc(item) for item in items])]


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
