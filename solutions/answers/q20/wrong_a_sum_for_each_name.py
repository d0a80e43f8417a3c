"""
zh: 每个线程名一个和；名字可以相同，同名的两个线程就会丢更新。
en: A sum for each name of a thread; names may be equal, and then updates of two threads get lost.
fails: q20-check-1 q20-hidden-1
"""


class SafeCounter:
    def __init__(self):
        self._sums = {}

    def increment(self, n=1):
        name = threading.current_thread().name
        self._sums[name] = self._sums.get(name, 0) + n

    @property
    def value(self):
        return sum(list(self._sums.values()))


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
