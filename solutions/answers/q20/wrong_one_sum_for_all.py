"""
zh: 总和记在类上，所有计数器共用一个。
en: The sum is kept on the class: all counters share it.
fails: q20-hidden-1
"""

class SafeCounter:
    value = 0
    lock = threading.Lock()

    def increment(self, n=1):
        with SafeCounter.lock:
            SafeCounter.value += n


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
