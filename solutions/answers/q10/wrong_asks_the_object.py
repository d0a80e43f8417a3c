"""
zh: 用 `hasattr(x, …)`，遇到类就上当，也不认识只有 `__getitem__` 的对象。
en: `hasattr(x, …)` is fooled by classes, and does not know objects with only `__getitem__`.
fails: q10-hidden-2
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
        return Countdown(self.start)


def is_iterable(x):
    return hasattr(x, "__iter__")


def is_iterator(x):
    return hasattr(x, "__iter__") and hasattr(x, "__next__")
