"""
zh: 名字记在每个对象自己的列表里，类属性 `calls` 一直是空的。
en: The names go to a list of each object; the class attribute `calls` stays empty.
fails: q05-check-2
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
        made = super().__new__(cls)
        made.calls = ["__new__"]
        return made

    def __init__(self):
        self.calls = [*self.calls, "__init__"]


# %%
def bare(cls):
    return cls.__new__(cls)
