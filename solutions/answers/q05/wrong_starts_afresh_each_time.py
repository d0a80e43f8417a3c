"""
zh: 每次构造都把 `calls` 换成新列表，先前的记录没了。
en: Every construction puts a new list into `calls`; what was noted before is lost.
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
        cls.calls = ["__new__"]
        return super().__new__(cls)

    def __init__(self):
        self.calls.append("__init__")


# %%
def bare(cls):
    return cls.__new__(cls)
