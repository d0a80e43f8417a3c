"""
zh: `value` 写成了方法，读到的不是数。
en: `value` is a method, so there is no number to read.
fails: q20-check-1 q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.total = 0
        self.lock = threading.Lock()

    def increment(self, n=1):
        with self.lock:
            self.total += n

    def value(self):
        return self.total


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
