"""
zh: `bare` 调用了类，`__init__` 也跟着运行，参数还对不上。
en: `bare` calls the class: `__init__` runs along, or its arguments are missing.
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
    return cls()
