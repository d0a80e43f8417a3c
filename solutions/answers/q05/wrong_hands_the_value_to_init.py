"""
zh: 把值传给了 `super().__init__`，那是 `object.__init__`，它不收参数。
en: The value goes to `super().__init__`, which is `object.__init__` and takes no arguments.
fails: q05-check-1
"""

class Celsius(float):
    def __init__(self, degrees):
        super().__init__(degrees)
        if degrees < -273.15:
            raise ValueError(degrees)


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
