"""
zh: 改写了 `__sub__`，两边写反了。
en: It rewrites `__sub__`, the wrong way round.
fails: q05-check-1
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        return super().__new__(cls, degrees)

    def __sub__(self, other):
        return other - float(self)


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
