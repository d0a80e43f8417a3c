"""
zh: 用 `next` 去试是不是迭代器，吃掉了一个。
en: It tries `next` to find out, and eats an item.
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
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    try:
        next(x)
    except StopIteration:
        return True
    except TypeError:
        return False
    return True
