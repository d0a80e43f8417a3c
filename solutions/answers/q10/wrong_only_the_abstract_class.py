"""
zh: 只用 `isinstance(x, Iterable)`，漏掉只有 `__getitem__` 的对象。
en: `isinstance(x, Iterable)` alone misses objects with only `__getitem__`.
fails: q10-hidden-2
"""

from collections.abc import Iterable, Iterator

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
    return isinstance(x, Iterable)


def is_iterator(x):
    return isinstance(x, Iterator)
