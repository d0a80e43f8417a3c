"""
zh: 用循环去试能不能迭代，吃掉了第一个。
en: It starts a loop to find out, and eats the first item.
fails: q10-check-2 q10-hidden-2
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
        for _ in x:
            break
    except Exception:
        return False
    return True


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
