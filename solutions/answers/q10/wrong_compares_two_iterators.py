"""
zh: 比较两次 `iter(x)` 是否相同，总是借出同一个迭代器的对象也算成了迭代器。
en: It compares `iter(x)` with `iter(x)`, and takes an object that always lends the same iterator for one.
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
    return is_iterable(x) and iter(x) is iter(x)
