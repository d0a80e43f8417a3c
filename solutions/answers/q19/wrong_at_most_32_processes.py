"""
zh: 进程池最多 32 个，第 33 项要等前面的做完才开始。
en: The pool has 32 processes at most; item 33 begins only when another one is done.
fails: q19-hidden-1
"""

def map_threads(func, items):
    with ThreadPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(min(len(items), 32) or 1) as pool:
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
