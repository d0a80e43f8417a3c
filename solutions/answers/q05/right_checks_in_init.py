"""
zh: 在 `__init__` 里检查：那时 `self` 已经是算好的数；`bare` 用 `object.__new__`。
en: Checks in `__init__`, where `self` is the finished number already; `bare` uses `object.__new__`.
"""

class Celsius(float):
    def __init__(self, degrees):
        if self < -273.15:
            raise ValueError("below absolute zero")


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
    return object.__new__(cls)
