"""
zh: 数到 0 才停，多给了一个。
en: It counts down to 0, which is one too many.
fails: q10-check-1 q10-hidden-1
"""

class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.left < 0:
            raise StopIteration
        self.left -= 1
        return self.left + 1


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
