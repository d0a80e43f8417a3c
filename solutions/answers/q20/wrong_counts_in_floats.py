"""
zh: 总和存成 float，大数不精确。
en: Keeps the sum as a float, which is not exact for large numbers.
fails: q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self._sum = 0.0
        self._lock = threading.Lock()

    def increment(self, n=1):
        with self._lock:
            self._sum += n

    @property
    def value(self):
        return int(self._sum)


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
