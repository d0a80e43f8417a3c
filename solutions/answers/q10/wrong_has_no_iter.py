"""
zh: `Countdown` 只有 `__next__`，没有 `__iter__`，`for` 不认它。
en: `Countdown` has `__next__` but no `__iter__`, and `for` will not take it.
fails: q10-check-1 q10-hidden-1
"""

class Countdown:
    def __init__(self, start):
        self.left = start

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1


class CountdownFrom:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return iter(range(self.start, 0, -1))


def is_iterable(x):
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
