"""
zh: 在生成器里 `raise StopIteration`，变成了 `RuntimeError`（PEP 479）。
en: `raise StopIteration` inside a generator, which becomes a `RuntimeError` (PEP 479).
fails: q10-check-1 q10-hidden-1
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
        number = self.start
        while True:
            if number == 0:
                raise StopIteration
            yield number
            number -= 1


def is_iterable(x):
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
