"""
zh: 查字典失败是 `KeyError`，不是 `ValueError`。
en: A failed look-up in the dict is a `KeyError`, not a `ValueError`.
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
    return {
        ("cpu", True): ProcessPoolExecutor,
        ("cpu", False): ThreadPoolExecutor,
        ("io", True): ThreadPoolExecutor,
        ("io", False): ThreadPoolExecutor,
    }[kind, gil]
