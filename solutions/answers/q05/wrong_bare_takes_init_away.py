"""
zh: `bare` 把类的 `__init__` 换掉了，之后正常构造的对象都没有填好。
en: `bare` replaces the `__init__` of the class; objects constructed later are never filled.
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
    cls.__init__ = lambda self, *args, **kwargs: None
    return cls()
