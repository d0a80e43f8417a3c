"""
zh: 没有 GIL 时计算也用进程，白付了代价。
en: Processes for computing even without a GIL: a price for nothing.
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
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    return {"cpu": ProcessPoolExecutor, "io": ThreadPoolExecutor}.get(kind) or _refuse(kind)


def _refuse(kind):
    raise ValueError(kind)
