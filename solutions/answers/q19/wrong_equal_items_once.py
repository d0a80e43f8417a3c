"""
zh: 相等的项只算一次，结果照抄。
en: Equal items are computed once, and the result is copied.
fails: q19-hidden-1
"""

def map_threads(func, items):
    different = []
    for item in items:
        if item not in different:
            different.append(item)
    with ThreadPoolExecutor(max(len(different), 1)) as pool:
        results = list(pool.map(func, different))
    return [results[different.index(item)] for item in items]


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
