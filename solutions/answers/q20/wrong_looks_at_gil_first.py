"""
zh: 没有 GIL 就直接返回线程池，没有检查 `kind`。
en: Without a GIL it returns the thread pool before it has looked at `kind`.
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
    if not gil:
        return ThreadPoolExecutor
    if kind == "cpu":
        return ProcessPoolExecutor
    if kind == "io":
        return ThreadPoolExecutor
    raise ValueError(f"unknown kind {kind!r}")
