"""
zh: 读和写各自加锁，中间放开了一次。
en: The read and the write are locked each for itself, with a gap between.
fails: q20-check-1 q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self._value = 0
        self._lock = threading.RLock()

    @property
    def value(self):
        with self._lock:
            return self._value

    @value.setter
    def value(self, value):
        with self._lock:
            self._value = value

    def increment(self, n=1):
        self.value = self.value + n


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
