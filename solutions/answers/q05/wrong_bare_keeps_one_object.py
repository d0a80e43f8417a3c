"""
zh: `bare` 对同一个类总交出同一个对象，不是新的。
en: For one class `bare` always hands out the same object, never a new one.
fails: q05-hidden-1
"""

import functools


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
@functools.cache
def bare(cls):
    return object.__new__(cls)
