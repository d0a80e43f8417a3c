"""
zh: `CountdownFrom` 预先造好三个迭代器，用完就没有了。
en: `CountdownFrom` makes three iterators in advance, and after those there are none.
fails: q10-hidden-1
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
        self.ready = [Countdown(start) for _ in range(3)]

    def __iter__(self):
        return self.ready.pop() if self.ready else Countdown(0)


def is_iterable(x):
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
