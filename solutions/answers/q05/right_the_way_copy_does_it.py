"""
zh: `bare` 借用 `copyreg.__newobj__`，`copy` 和 `pickle` 就是这样造对象的。
en: `bare` borrows `copyreg.__newobj__`, with which `copy` and `pickle` make objects.
"""

import copyreg


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
    return copyreg.__newobj__(cls)
