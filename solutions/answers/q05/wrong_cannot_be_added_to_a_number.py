"""
zh: 改写了 `__radd__`，数加温度就抛异常。
en: Its `__radd__` raises, so that a number plus a temperature fails.
fails: q05-check-1
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        return super().__new__(cls, degrees)

    def __radd__(self, other):
        raise TypeError("write the temperature first")


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
