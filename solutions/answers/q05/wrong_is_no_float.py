"""
zh: 没有继承 `float`，只是把值存成属性，不能直接加减。
en: It does not inherit from `float`; it keeps the value as an attribute and cannot be added to.
fails: q05-check-1
"""

class Celsius:
    def __init__(self, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        self.degrees = float(degrees)

    def __float__(self):
        return self.degrees


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
