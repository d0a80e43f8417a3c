"""
zh: `bare` 在类上留了记号。
en: `bare` leaves a mark on the class.
fails: q05-hidden-1
"""

class Celsius(float):
    def __new__(cls, v):
        if v < -273.15:
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
    cls._made_bare = True
    return object.__new__(cls)
