"""
zh: `CountdownFrom` 只有 `__getitem__`；`Countdown` 用一个栈，走一步弹一个。
en: `CountdownFrom` has only `__getitem__`; `Countdown` keeps a stack and pops one at each step.
"""

class Countdown:
    def __init__(self, start):
        self.stack = []
        for number in range(start):
            self.stack.append(number + 1)

    def __iter__(self):
        return self

    def __next__(self):
        try:
            return self.stack.pop()
        except IndexError:
            raise StopIteration from None


class CountdownFrom:
    def __init__(self, start):
        self.start = start

    def __getitem__(self, place):
        if place >= self.start:
            raise IndexError(place)
        return self.start - place


def is_iterable(x):
    from collections.abc import Iterable

    return isinstance(x, Iterable) or hasattr(type(x), "__getitem__")


def is_iterator(x):
    return is_iterable(x) and callable(getattr(type(x), "__next__", None))
