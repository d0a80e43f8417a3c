"""
zh: 先取整再比较，−273.1500001 被当成 −273 放了过去。
en: It rounds before it compares, so −273.1500001 passes as −273.
fails: q05-check-1
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees > float("-inf") and int(degrees) < -273:
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
