"""
zh: 每个线程记自己的数，可是只记住最后一次。
en: Each thread keeps a number of its own, but only the last one.
fails: q20-check-1 q20-hidden-1
"""


class SafeCounter:
    def __init__(self):
        self._numbers = {}

    def increment(self, n=1):
        self._numbers[threading.current_thread()] = n

    @property
    def value(self):
        return sum(list(self._numbers.values()))


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
