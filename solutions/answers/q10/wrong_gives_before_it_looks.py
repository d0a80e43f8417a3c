"""
zh: 先给数再看到没到头，从 0 开始时给出了 0。
en: It gives a number before it looks for the end: starting from 0 it gives 0.
fails: q10-hidden-1
"""

class Countdown:
    def __init__(self, start):
        self.left = start
        self.done = False

    def __iter__(self):
        return self

    def __next__(self):
        if self.done:
            raise StopIteration
        self.left -= 1
        self.done = self.left <= 0
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
