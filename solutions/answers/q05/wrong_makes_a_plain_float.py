"""
zh: `__new__` 返回的是普通的 `float`，不是 `Celsius`。
en: `__new__` returns a plain `float`, not a `Celsius`.
fails: q05-check-1
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        return float(degrees)


# %%
class Traced:
    calls = []

    def __new__(cls):
        cls.calls.append("__new__")
        return super().__new__(cls)

    def __init__(self):
        self.calls.append("__init__")


# %%
def bare(cls):
    return cls.__new__(cls)
