"""
zh: `bare` 换掉 `__init__` 又换回来：继承来的 `__init__` 从此写死在子类上。
en: `bare` replaces `__init__` and puts it back; one that was inherited now stands on the subclass itself.
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
    init = cls.__init__
    cls.__init__ = lambda self: None
    try:
        return cls()
    finally:
        cls.__init__ = init
