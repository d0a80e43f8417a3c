"""
zh: 总和放在只有一个位子的队列里，谁取走谁才能加；`increment` 返回计数器自己。
en: The sum lies in a queue with one place; who has taken it may add. `increment` gives the counter itself.
"""

import queue


class SafeCounter:
    def __init__(self):
        self._place = queue.Queue()
        self._place.put(0)

    def increment(self, n=1):
        total = self._place.get()
        try:
            total += n
        finally:
            self._place.put(total)
        return self

    @property
    def value(self):
        total = self._place.get()
        self._place.put(total)
        return total


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
