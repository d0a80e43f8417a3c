"""
zh: 逐个 `submit`，再按次序取 `result()`；任务用 `create_task`。
en: It submits one by one and asks for each `result()` in order; coroutines become tasks first.
"""

def collect(pool, func, items):
    futures = [pool.submit(func, item) for item in items]
    return [future.result() for future in futures]


def map_threads(func, items):
    with ThreadPoolExecutor(max_workers=64) as pool:
        return collect(pool, func, items)


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(max_workers=len(items) + 1) as pool:
        return collect(pool, func, items)


# %%
async def map_coroutines(afunc, items):
    tasks = [asyncio.create_task(afunc(item)) for item in items]
    return [await task for task in tasks]


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
