"""
zh: 走完以后再问，就越过 0 继续往下数。
en: Asked again after its end, it gets past 0 and counts on.
fails: q10-check-1 q10-hidden-1
"""

class Countdown:
    def __init__(self, start):
        self.left = start + 1

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left == 0:
            raise StopIteration
        return self.left


class CountdownFrom:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Countdown(self.start)


def is_iterable(x):
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
