"""
zh: 每次都用新列表换掉 `Traced.calls`，旧内容留着。
en: Puts a new, longer list into `Traced.calls` each time.
"""

class Celsius(float):
    def __new__(cls, degrees):
        if degrees < -273.15:
            raise ValueError(degrees)
        return super().__new__(cls, degrees)


# %%
class Traced:
    calls = []

    def __new__(cls, *args, **kwargs):
        Traced.calls = [*Traced.calls, "__new__"]
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        super().__init__()
        Traced.calls = [*Traced.calls, "__init__"]


# %%
def bare(cls):
    return cls.__new__(cls)
