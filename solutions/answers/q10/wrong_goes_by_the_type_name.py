"""
zh: 看类型的名字像不像迭代器。
en: It looks whether the name of the type sounds like an iterator.
fails: q10-hidden-2
"""

class Countdown:
    def __init__(self, start):
        self.n = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class CountdownFrom:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Countdown(self.start)


def is_iterable(x):
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    return (
        type(x).__name__.endswith(
            ("iterator", "generator", "Countdown", "Wrapper", "map", "zip", "enumerate", "filter")
        )
        or hasattr(type(x), "__next__")
        and x.__class__.__module__ == "__main__"
    )
