"""
zh: 最多等锁一秒，没拿到也照样加。
en: It waits for the lock a second at most, and then adds without it.
fails: q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self, n=1):
        held = self._lock.acquire(timeout=1)
        self.value += n
        if held:
            self._lock.release()


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
