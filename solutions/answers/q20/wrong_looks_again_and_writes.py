"""
zh: 写之前再看一眼，可是看和写之间没有锁。
en: Looks once more before it writes, but with no lock around the look and the write.
fails: q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0

    def increment(self, n=1):
        while True:
            old = self.value
            new = old + n
            if self.value == old:
                self.value = new
                return


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
