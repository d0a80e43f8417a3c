"""
zh: 总是回答有 GIL。
en: It always says that there is a GIL.
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
    return True


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
