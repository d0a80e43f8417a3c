"""
zh: 等锁超时就放弃这一次，加法悄悄丢了。
en: It gives up when the lock takes too long, and the addition is dropped.
fails: q20-check-1 q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, n=1):
        if self._lock.acquire(blocking=False):
            try:
                self.value += n
            finally:
                self._lock.release()


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
