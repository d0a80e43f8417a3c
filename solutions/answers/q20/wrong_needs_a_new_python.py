"""
zh: 直接调用 `sys._is_gil_enabled()`，3.12 及更早没有它。
en: It calls `sys._is_gil_enabled()` straight away, which 3.12 and older do not have.
fails: q20-hidden-2
"""

class SafeCounter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, n=1):
        with self._lock:
            self.value += n


# %%
def gil_enabled():
    return sys._is_gil_enabled()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
