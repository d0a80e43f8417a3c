"""
zh: 不能迭代时没有返回 `False`，而是 `None`。
en: Where `iter(x)` fails, it returns None in place of False.
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
        iter(x)
    except TypeError:
        return None
    return True


def is_iterator(x):
    return is_iterable(x) and iter(x) is x
