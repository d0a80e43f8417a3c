"""
zh: 第一次用到时才造锁，两个线程会各造一把。
en: Makes the lock when it is first needed; two threads make two.
fails: q20-hidden-1
"""

class SafeCounter:
    value = 0
    lock = None

    def increment(self, n=1):
        if self.lock is None:
            self.lock = threading.Lock()
        with self.lock:
            self.value += n


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
