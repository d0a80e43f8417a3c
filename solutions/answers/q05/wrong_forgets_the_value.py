"""
zh: `super().__new__(cls)` 没有把值传上去，每个温度都成了 0.0。
en: `super().__new__(cls)` does not hand the value up: every temperature is 0.0.
fails: q05-check-1
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        return super().__new__(cls)


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
