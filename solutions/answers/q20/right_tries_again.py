"""
zh: 先在锁外算好，锁里看旧值没变才写，变了就再来。
en: It adds outside the lock, and writes inside it only if the old value is still there; else it tries again.
"""

class SafeCounter:
    __slots__ = ("value", "lock")

    def __init__(self):
        self.value, self.lock = 0, threading.Lock()

    def increment(self, n=1):
        while True:
            old = self.value
            new = old + n
            with self.lock:
                if self.value == old:
                    self.value = new
                    return


# %%
import functools


@functools.cache
def gil_enabled():
    if sys.version_info < (3, 13):
        return True
    return sys._is_gil_enabled()


# %%
def executor_for(kind, gil):
    if kind == "io":
        return ThreadPoolExecutor
    if kind == "cpu":
        return ProcessPoolExecutor if gil else ThreadPoolExecutor
    raise ValueError("kind must be 'cpu' or 'io'")
