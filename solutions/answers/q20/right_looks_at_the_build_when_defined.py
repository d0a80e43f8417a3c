"""
zh: 定义函数时就看好是哪种构建；锁是类里的一把 `RLock`，按 `acquire`、`release` 来写。
en: Which build it is gets looked up when the function is defined; the class has one `RLock`, acquired and released by hand.
"""

class SafeCounter:
    _lock = threading.RLock()

    def __init__(self):
        self.__value = 0

    @property
    def value(self):
        return self.__value

    def increment(self, n=1):
        self._lock.acquire()
        try:
            self.__value = n + self.__value
        finally:
            self._lock.release()


# %%
if hasattr(sys, "_is_gil_enabled"):
    gil_enabled = sys._is_gil_enabled
else:

    def gil_enabled():
        return True


# %%
_CHOICE = {"io": (ThreadPoolExecutor, ThreadPoolExecutor), "cpu": (ThreadPoolExecutor, ProcessPoolExecutor)}


def executor_for(kind, gil):
    try:
        return _CHOICE[kind][bool(gil)]
    except KeyError:
        raise ValueError(kind) from None
