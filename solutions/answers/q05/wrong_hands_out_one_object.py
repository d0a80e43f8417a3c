"""
zh: 把单例搬到了这里：`Traced()` 每次得到同一个对象。
en: A singleton where none was asked for: `Traced()` gives the same object each time.
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
    only = None

    def __new__(cls):
        cls.calls.append("__new__")
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only

    def __init__(self):
        self.calls.append("__init__")


# %%
def bare(cls):
    return cls.__new__(cls)
