"""
zh: 把类一律排除，由元类撑腰的也排除了。
en: It rules out every class, those with an iterable metaclass too.
fails: q10-hidden-2
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
        return Countdown(self.start)


def is_iterable(x):
    if isinstance(x, type):
        return False
    try:
        iter(x)
        return True
    except TypeError:
        return False


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
