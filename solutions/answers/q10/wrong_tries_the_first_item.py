"""
zh: 取 `x[0]` 来试，空的就认错了。
en: It tries `x[0]`, and is wrong about one that is empty.
fails: q10-hidden-2
"""

class Countdown:
    def __init__(self, start):
        self.n = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class CountdownFrom:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Countdown(self.start)


def is_iterable(x):
    if hasattr(type(x), "__iter__"):
        return type(x).__iter__ is not None
    try:
        x[0]
    except Exception:
        return False
    return not isinstance(x, type)


def is_iterator(x):
    return is_iterable(x) and iter(x) is x
