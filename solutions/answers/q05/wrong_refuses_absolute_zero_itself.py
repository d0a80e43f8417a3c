"""
zh: 用了 `<=`，连正好 −273.15 也拒绝了。
en: With `<=` absolute zero itself is refused too.
fails: q05-check-1
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees <= -273.15:
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
    return cls.__new__(cls)
