"""
zh: 每次造一个新列表再换上去：`+` 不像 `append`，不是一步。
en: Makes a new list each time and puts it in place; unlike `append` that is more than one step.
fails: q20-hidden-1
"""

class SafeCounter:
    def __init__(self):
        self._parts = []

    def increment(self, n=1):
        self._parts = [*self._parts, n]

    @property
    def value(self):
        return sum(self._parts)


# %%
def gil_enabled():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# %%
def executor_for(kind, gil):
    if kind not in ("cpu", "io"):
        raise ValueError(kind)
    return ProcessPoolExecutor if kind == "cpu" and gil else ThreadPoolExecutor
