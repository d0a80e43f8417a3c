"""
zh: `increment` 把数交给另一个线程就返回，不等它加上。
en: `increment` hands the number to another thread and returns before it is added.
fails: q20-check-1 q20-hidden-1
"""

import queue


class SafeCounter:
    def __init__(self):
        self.value = 0
        self._numbers = queue.SimpleQueue()
        threading.Thread(target=self._add, daemon=True).start()

    def _add(self):
        while True:
            self.value += self._numbers.get()

    def increment(self, n=1):
        self._numbers.put(n)


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
