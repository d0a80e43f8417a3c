"""
zh: 真正的 `float` 值是 0.0，度数另存成属性，几个运算改写成用它。
en: The real float value is 0.0; the degrees are an attribute, and some operators are rewritten to use it.
fails: q05-check-1
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        made = super().__new__(cls)
        made.degrees = degrees
        return made

    def __float__(self):
        return float(self.degrees)

    def __add__(self, other):
        return self.degrees + other

    def __sub__(self, other):
        return self.degrees - other

    def __eq__(self, other):
        return self.degrees == other


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
