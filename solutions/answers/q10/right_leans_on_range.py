"""
zh: 里面用 `range`：一个存着它的迭代器，一个继承列表。
en: A `range` does the work: one class holds an iterator of it, the other is a list.
"""

import operator


class Countdown:
    __slots__ = ("numbers",)

    def __init__(self, start):
        self.numbers = iter(range(start, 0, -1))

    __iter__ = lambda self: self
    __next__ = lambda self: next(self.numbers)


class CountdownFrom(list):
    def __init__(self, start):
        super().__init__(range(start, 0, -1))


def is_iterable(x):
    try:
        operator.countOf(x, object()) if False else iter(x)
    except TypeError:
        return False
    else:
        return True


def is_iterator(x):
    names = {name for base in type(x).__mro__ for name in vars(base)}
    return {"__iter__", "__next__"} <= names
