"""
zh: `calls` 是 `list` 的子类，两个方法都用 `+=`。
en: `calls` is a subclass of `list`, and both methods use `+=`.
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        return super().__new__(cls, degrees)


# %%
class Names(list):
    pass


class Traced:
    calls = Names()

    def __new__(cls):
        Traced.calls += ["__new__"]
        return super().__new__(cls)

    def __init__(self):
        type(self).calls += ["__init__"]


# %%
def bare(cls):
    return cls.__new__(cls)
