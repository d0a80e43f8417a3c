"""
zh: 返回了 `iter(x)` 得到的迭代器，而不是 `True`。
en: It returns the iterator that `iter(x)` gave in place of True.
fails: q10-check-2
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
    try:
        return iter(x)
    except TypeError:
        return False


def is_iterator(x):
    return is_iterable(x) is x
