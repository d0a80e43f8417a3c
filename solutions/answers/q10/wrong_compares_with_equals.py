"""
zh: `is_iterator` 用 == 比较 iter(x) 和 x：自称等于一切的可迭代对象被当成迭代器。
en: `is_iterator` compares iter(x) with x by ==: an iterable that claims to equal everything passes for an iterator.
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
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    try:
        return bool(iter(x) == x)
    except TypeError:
        return False
