"""
zh: 进程里的异常只剩下文字，参数丢了。
en: Of an exception in a process only the text is kept; its arguments are lost.
fails: q19-hidden-1
"""

def map_threads(func, items):
    with ThreadPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))


# %%
def map_processes(func, items):
    try:
        with ProcessPoolExecutor(max(len(items), 1)) as pool:
            return list(pool.map(func, items))
    except Exception as error:
        raise type(error)(str(error)) from error


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
