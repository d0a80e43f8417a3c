"""
zh: 低一点点也放过。
en: It lets a value pass that is a tiny bit too low.
fails: q05-check-1
"""

class Celsius(float):
    def __new__(cls, v):
        if v < -273.15 - 1e-9:
            raise ValueError("too cold")
        return super().__new__(cls, v)


class Traced:
    calls = []

    def __new__(cls):
        Traced.calls.append("__new__")
        return super().__new__(cls)

    def __init__(self):
        Traced.calls.append("__init__")


def bare(cls):
    return object.__new__(cls)
