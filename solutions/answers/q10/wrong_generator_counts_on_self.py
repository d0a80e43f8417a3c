"""
zh: `__iter__` 是生成器，进度却记在 `self` 上，几个循环互相干扰。
en: `__iter__` is a generator, but keeps its progress on `self`, so loops disturb each other.
fails: q10-hidden-1
"""

class Countdown:
    def __init__(self, start):
        self.left = start

    def __iter__(self):
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
        self.left = self.start
        while self.left > 0:
            yield self.left
            self.left -= 1


def is_iterable(x):
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
