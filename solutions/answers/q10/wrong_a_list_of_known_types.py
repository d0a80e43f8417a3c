"""
zh: 照着一张类型表判断，表外的一概说不是。
en: It goes by a list of known types, and says no to all others.
fails: q10-hidden-2
"""

import types

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
    return isinstance(x, (list, tuple, dict, set, str, types.GeneratorType, type({}.keys()), type(iter([]))))


def is_iterator(x):
    return isinstance(x, (types.GeneratorType, type(iter([]))))
