"""
zh: 最后一项由调用者自己做，其余交给线程。
en: The caller does the last item itself and gives the others to threads.
"""

def map_threads(func, items):
    if not items:
        return []
    with ThreadPoolExecutor(64) as pool:
        futures = [pool.submit(func, item) for item in items[:-1]]
        last = func(items[-1])
        return [*(future.result() for future in futures), last]


# %%
def map_processes(func, items):
    if len(items) == 0:
        return []
    pool = ProcessPoolExecutor(max_workers=len(items))
    try:
        return [*pool.map(func, items)]
    finally:
        pool.shutdown(wait=True)


# %%
async def map_coroutines(afunc, items):
    return await asyncio.gather(*(afunc(item) for item in items))


# %%
MODEL_FOR = dict.fromkeys(("primes", "plugin", "pixels"), "process")
MODEL_FOR |= dict.fromkeys(["reports", "backup", "window"], "thread")
MODEL_FOR |= dict.fromkeys({"chat", "timers"}, "coroutine")
