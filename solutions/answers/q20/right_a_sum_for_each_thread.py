"""
zh: 每个线程记自己的和，读的时候合计；`value` 由 `Condition` 护着的数据类来做。
en: Each thread keeps a sum of its own, and reading adds them up, in a dataclass.
"""

import dataclasses
from collections import defaultdict


@dataclasses.dataclass
class SafeCounter:
    sums: dict = dataclasses.field(default_factory=lambda: defaultdict(int))

    def increment(self, n=1):
        self.sums[threading.current_thread()] += n

    @property
    def value(self):
        return sum(list(self.sums.values()))


# %%
def gil_enabled():
    if sysconfig.get_config_var("Py_GIL_DISABLED") != 1:
        return True
    return sys._is_gil_enabled()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
