"""
zh: `__new__` 忘了返回对象，`Traced()` 得到 `None`，`__init__` 也没有运行。
en: `__new__` forgets to return the object: `Traced()` is `None` and `__init__` never runs.
fails: q05-check-2
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        return super().__new__(cls, degrees)


# %%
class Traced:
    calls = []

    def __new__(cls):
        cls.calls.append("__new__")
        super().__new__(cls)

    def __init__(self):
        self.calls.append("__init__")


# %%
def bare(cls):
    return cls.__new__(cls)
