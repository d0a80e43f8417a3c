"""
zh: 数据类；`is_iterator` 问 `iter(x)` 是不是 `x` 自己。
en: Dataclasses; `is_iterator` asks whether `iter(x)` is `x`.
"""

from dataclasses import dataclass


@dataclass
class Countdown:
    start: int

    def __iter__(self):
        return self

    def __next__(self):
        if self.start < 1:
            raise StopIteration
        number = self.start
        self.start = number - 1
        return number


@dataclass(frozen=True)
class CountdownFrom:
    start: int

    def __iter__(self):
        return iter([*range(1, self.start + 1)][::-1])


def is_iterable(x):
    try:
        return iter(x) is not None
    except TypeError:
        return False


def is_iterator(x):
    try:
        return iter(x) is x
    except TypeError:
        return False
