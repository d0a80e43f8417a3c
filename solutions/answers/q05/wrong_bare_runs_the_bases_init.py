"""
zh: `bare` 只跳过类自己的 `__init__`，基类的照样运行。
en: `bare` skips the class's own `__init__` only, and runs those of the bases.
fails: q05-hidden-1
"""

class Celsius(float):
    def __new__(cls, v):
        if v < -273.15:
            raise ValueError("too cold")
        return super().__new__(cls, v)


class Traced:
    calls = []

    def __new__(cls):
        Traced.calls.append("__new__")
        return super().__new__(cls)

    def __init__(self):
        Traced.calls.append("__init__")


def bare(cls):
    o = object.__new__(cls)
    for b in cls.__mro__[1:]:
        if b is not object and "__init__" in vars(b):
            try:
                b.__init__(o)
            except TypeError:
                pass
    return o
