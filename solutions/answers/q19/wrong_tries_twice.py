"""
zh: 出错的那一项被又做了一遍。
en: An item that raises is done a second time.
fails: q19-hidden-1
"""

def map_threads(func, items):
    def stubborn(item):
        try:
            return func(item)
        except Exception:
            return func(item)

    with ThreadPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(stubborn, items))


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
