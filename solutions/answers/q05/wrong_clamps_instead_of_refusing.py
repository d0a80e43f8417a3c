"""
zh: 低于绝对零度时改成了 −273.15，没有抛出 `ValueError`。
en: A temperature below absolute zero is moved up to it; it should be refused with `ValueError`.
fails: q05-check-1
"""

class Celsius(float):
    def __new__(cls, degrees):
        return super().__new__(cls, max(degrees, -273.15))


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
