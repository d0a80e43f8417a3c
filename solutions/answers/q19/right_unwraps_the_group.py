"""
zh: 自己启动线程并把异常带回来；`TaskGroup` 的异常组拆开再抛。
en: Threads by hand that bring their exceptions back; the group of a `TaskGroup` is unwrapped.
"""

class Worker(threading.Thread):
    def __init__(self, func, item):
        super().__init__()
        self.func, self.item, self.error = func, item, None
        self.start()

    def run(self):
        try:
            self.result = self.func(self.item)
        except BaseException as error:
            self.error = error

    def get(self):
        self.join()
        if self.error is not None:
            raise self.error
        return self.result


def map_threads(func, items):
    workers = [Worker(func, item) for item in items]
    return [worker.get() for worker in workers]


# %%
def map_processes(func, items):
    with ProcessPoolExecutor(max(len(items), 1)) as pool:
        return list(pool.map(func, items))


# %%
async def map_coroutines(afunc, items):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(afunc(item)) for item in items]
    except* Exception as group_error:
        error = group_error.exceptions[0]
    else:
        return [task.result() for task in tasks]
    raise error


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
