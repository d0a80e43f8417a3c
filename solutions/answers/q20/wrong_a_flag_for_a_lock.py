"""
zh: 用一个普通变量当锁：看它和改它之间别人也能看。
en: A mere variable for a lock: between the look at it and the change another thread looks too.
fails: q20-hidden-1
"""

import time


class SafeCounter:
    def __init__(self):
        self.value, self.busy = 0, False

    def increment(self, n=1):
        while self.busy:
            time.sleep(0.001)
        self.busy = True
        self.value += n
        self.busy = False


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
