"""
zh: 同样的列表第二次来，交回上一次的结果。
en: A list that comes a second time gets the results of the first.
fails: q19-hidden-1
"""

KNOWN = {}


def map_threads(func, items):
    key = func, repr(items)
    if key not in KNOWN:
        with ThreadPoolExecutor(max(len(items), 1)) as pool:
            KNOWN[key] = list(pool.map(func, items))
    return KNOWN[key]


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
