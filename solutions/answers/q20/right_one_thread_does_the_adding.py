"""
zh: 只有一个线程在加，别人把数放进队列；执行器交回的是对象。
en: A single thread does the adding, the others put numbers into its queue; the executor comes as an object.
"""

import queue


class SafeCounter:
    def __init__(self):
        self._total, self._queue = 0, queue.SimpleQueue()
        threading.Thread(target=self._add, daemon=True).start()

    def _add(self):
        while True:
            n, done = self._queue.get()
            self._total += n
            done.set()

    def increment(self, n=1):
        done = threading.Event()
        self._queue.put((n, done))
        done.wait()

    value = property(lambda self: self._total)


# %%
gil_enabled = lambda: bool(sys._is_gil_enabled()) if hasattr(sys, "_is_gil_enabled") else True


# %%
def executor_for(kind, gil):
    if kind not in {"cpu", "io"}:
        raise ValueError(kind)
    return ProcessPoolExecutor(1) if (kind, gil) == ("cpu", True) else ThreadPoolExecutor(1)
