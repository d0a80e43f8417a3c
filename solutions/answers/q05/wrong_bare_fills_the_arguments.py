"""
zh: `bare` 猜好参数再调用类，`__init__` 还是运行了。
en: `bare` makes up arguments and calls the class, so `__init__` runs after all.
fails: q05-hidden-1
"""

import inspect


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
    parameters = list(inspect.signature(cls).parameters.values())
    keywords = {p.name: None for p in parameters if p.kind is p.KEYWORD_ONLY}
    return cls(*[None for p in parameters if p.kind is not p.KEYWORD_ONLY], **keywords)
