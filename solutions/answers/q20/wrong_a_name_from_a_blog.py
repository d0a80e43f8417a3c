"""
zh: `sys._is_gil_disabled` 从来没有过，于是总回答有 GIL。
en: There never was a `sys._is_gil_disabled`, so it always says that there is a GIL.
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
    return not getattr(sys, "_is_gil_disabled", lambda: False)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
