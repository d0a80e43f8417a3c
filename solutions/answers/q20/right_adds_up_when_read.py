"""
zh: 不用锁：每次 `append`，读的时候才求和。
en: No lock: each call appends, and reading adds up.
"""

class SafeCounter:
    def __init__(self):
        self._parts = []

    def increment(self, n=1):
        self._parts.append(n)

    @property
    def value(self):
        return sum(list(self._parts))


# %%
def gil_enabled():
    try:
        return sys._is_gil_enabled()
    except AttributeError:
        return True


# %%
def executor_for(kind, gil):
    match kind, bool(gil):
        case "cpu", True:
            return ProcessPoolExecutor
        case ("cpu" | "io"), _:
            return ThreadPoolExecutor
    raise ValueError(f"unknown kind: {kind!r}")
