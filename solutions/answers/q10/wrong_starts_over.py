"""
zh: `Countdown.__iter__` 把计数拨回开头，走完的迭代器又能走了。
en: `Countdown.__iter__` turns the count back, so an exhausted iterator begins again.
fails: q10-check-1 q10-hidden-1
"""

class Countdown:
    def __init__(self, start):
        self.start = self.left = start

    def __iter__(self):
        self.left = self.start
        return self

    def __next__(self):
        if self.left == 0:
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
