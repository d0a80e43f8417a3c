"""
zh: 没有锁，以为有 GIL 就够了。
en: No lock: it trusts the GIL.
fails: q20-check-1 q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0

    def increment(self, n=1):
        self.value += n


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
