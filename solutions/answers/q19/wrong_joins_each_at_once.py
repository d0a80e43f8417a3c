"""
zh: 启动一个线程就 `join` 它，后面的要等它做完。
en: Each thread is joined right after its start, so the next one waits for it.
fails: q19-check-1 q19-hidden-1
"""

def map_threads(func, items):
    results = []
    for item in items:
        thread = threading.Thread(target=lambda: results.append(func(item)))
        thread.start()
        thread.join()
    return results


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
