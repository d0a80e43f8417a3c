"""
zh: 只准备了两把锁轮流用，三个以上的线程仍会撞上。
en: It alternates between two locks: of three threads two still meet.
fails: q20-check-1 q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self.value = 0
        self.locks = [threading.Lock(), threading.Lock()]

    def increment(self, n=1):
        self.locks.reverse()
        with self.locks[0]:
            self.value += n


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
