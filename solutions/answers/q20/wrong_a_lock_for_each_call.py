"""
zh: 每次调用都造一把新锁，谁也挡不住谁。
en: Each call makes a lock of its own, which keeps nobody out.
fails: q20-check-1 q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0

    def increment(self, n=1):
        with threading.Lock():
            self.value += n


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
