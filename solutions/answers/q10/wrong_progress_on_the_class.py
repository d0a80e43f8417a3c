"""
zh: `Countdown` 的进度记在类上，两个对象互相干扰。
en: A `Countdown` keeps its progress on the class, and two objects disturb each other.
fails: q10-hidden-1
"""

class Countdown:
    left = 0

    def __init__(self, start):
        Countdown.left = start

    def __iter__(self):
        return self

    def __next__(self):
        if Countdown.left == 0:
            raise StopIteration
        Countdown.left -= 1
        return Countdown.left + 1


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
