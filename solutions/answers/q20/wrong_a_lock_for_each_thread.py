"""
zh: 锁放在 `threading.local` 里，每个线程拿的是自己的那把。
en: The lock sits in a `threading.local`, so every thread takes one of its own.
fails: q20-check-1 q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0
        self._local = threading.local()

    def increment(self, n=1):
        if not hasattr(self._local, "lock"):
            self._local.lock = threading.Lock()
        with self._local.lock:
            self.value += n


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
