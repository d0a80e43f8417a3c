"""
zh: `bare` 交回的是类，不是对象。
en: `bare` hands back the class, not an object.
fails: q05-hidden-1
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
        return super().__new__(cls)

    def __init__(self):
        self.calls.append("__init__")


# %%
def bare(cls):
    return cls
