"""
zh: `bare` 造的是一个临时子类的对象，类型不是传入的类。
en: `bare` makes an object of a passing subclass; its type is not the class it was given.
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
    class Empty(cls):
        def __init__(self):
            pass

    return Empty()
