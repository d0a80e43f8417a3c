"""
zh: `Countdown` 里面开着一个生成器；两个类都由 `__new__` 造好。
en: A `Countdown` holds a running generator; `__new__` makes both.
"""

class Countdown:
    def __new__(cls, start):
        made = super().__new__(cls)
        made.inside = made.count(start)
        return made

    @staticmethod
    def count(start):
        for number in range(start):
            yield start - number

    def __iter__(self):
        return self

    def __next__(self):
        for number in self.inside:
            return number
        raise StopIteration


class CountdownFrom:
    def __new__(cls, start):
        made = super().__new__(cls)
        made.make = lambda: Countdown(start)
        return made

    def __iter__(self):
        return self.make()


def is_iterable(x):
    try:
        return bool(type(iter(x)))
    except TypeError:
        return False


def is_iterator(x):
    return is_iterable(x) and iter(x) is x and bool(getattr(type(x), "__next__", None))
