"""
zh: 先把 `n` 变成普通的数，然后不加锁就加。
en: Turns `n` into a plain number first and then adds it without a lock.
fails: q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0

    def increment(self, n=1):
        step = 0 + n
        self.value += step


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
