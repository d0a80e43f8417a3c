"""
zh: 参数叫 `by`，不叫 `n`，按名字就传不进来。
en: The parameter is called `by`, not `n`, and cannot be passed by its name.
fails: q20-check-1 q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, by=1):
        with self._lock:
            self.value += by


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
