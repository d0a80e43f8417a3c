"""
zh: `TaskGroup` 把异常包进 `ExceptionGroup`，没有拆开。
en: A `TaskGroup` wraps the exception into an `ExceptionGroup`, and nobody unwraps it.
fails: q19-hidden-1
"""

def map_threads(func, items):
    with ThreadPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))


# %%
async def map_coroutines(afunc, items):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(afunc(item)) for item in items]
    return [task.result() for task in tasks]


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
