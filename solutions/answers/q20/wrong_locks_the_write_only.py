"""
zh: 锁只护住写那一步，读在锁外面。
en: Only the write is inside the lock; the read stands before it.
fails: q20-check-1 q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, n=1):
        total = self.value + n
        with self._lock:
            self.value = total


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
