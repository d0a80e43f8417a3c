"""
zh: 继承抽象基类，`__iter__` 由它提供；`CountdownFrom` 的 `__iter__` 是生成器。
en: Abstract base classes supply `__iter__`; that of `CountdownFrom` is a generator.
"""

from collections.abc import Iterable, Iterator


class Countdown(Iterator):
    def __init__(self, start):
        self._next = start

    def __next__(self):
        if self._next > 0:
            value, self._next = self._next, self._next - 1
            return value
        raise StopIteration()


class CountdownFrom(Iterable):
    def __init__(self, start):
        self._start = start

    def __iter__(self):
        number = self._start
        while number:
            yield number
            number -= 1


def is_iterable(x):
    try:
        iter(x)
        return True
    except TypeError:
        return False


def is_iterator(x):
    return isinstance(x, Iterator)
