"""
zh: `CountdownFrom` 自己就是迭代器，只能走一遍。
en: `CountdownFrom` is an iterator itself and can be walked once only.
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


class CountdownFrom(Countdown):
    pass


def is_iterable(x):
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
