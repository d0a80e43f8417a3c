"""
zh: 没有线程、进程，也没有同时：一项一项地调用。
en: No threads, no processes, nothing at once: it calls for one item after the other.
fails: q19-check-1 q19-check-2 q19-hidden-1
"""

def map_threads(func, items):
    return [func(item) for item in items]


# %%
def map_processes(func, items):
    return [func(item) for item in items]


# %%
async def map_coroutines(afunc, items):
    return [await afunc(item) for item in items]


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
