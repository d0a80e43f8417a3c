"""
zh: 不是 `"cpu"` 就当成 `"io"`，不认识的种类没有说出来。
en: Whatever is not `"cpu"` counts as `"io"`; an unknown kind is not refused.
fails: q20-check-2 q20-hidden-2
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
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
