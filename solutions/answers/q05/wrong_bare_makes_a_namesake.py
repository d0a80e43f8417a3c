"""
zh: `bare` 造的是一个同名子类的对象。
en: `bare` makes an object of a subclass that goes by the same name.
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
    return type(cls.__name__, (cls,), {"__init__": lambda self: None})()
