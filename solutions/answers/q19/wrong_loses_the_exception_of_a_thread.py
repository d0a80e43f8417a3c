"""
zh: 自己启动的线程抛出异常没有人管，结果里悄悄多出 `None`。
en: Nobody fetches the exceptions of these threads: a silent `None` stands among the results.
fails: q19-hidden-1
"""

def map_threads(func, items):
    results = [None] * len(items)

    def work(place):
        try:
            results[place] = func(items[place])
        except Exception:
            pass

    threads = [threading.Thread(target=work, args=(place,)) for place in range(len(items))]
    for thread in threads:
        thread.start()
    for thread in threads:
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
