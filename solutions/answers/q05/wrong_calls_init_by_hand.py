"""
zh: 在 `__new__` 里自己调用 `__init__`，之后 `type.__call__` 又调用一次。
en: `__new__` calls `__init__` by hand, and `type.__call__` then calls it once more.
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
        made = super().__new__(cls)
        made.__init__()
        return made

    def __init__(self):
        self.calls.append("__init__")


# %%
def bare(cls):
    return cls.__new__(cls)
