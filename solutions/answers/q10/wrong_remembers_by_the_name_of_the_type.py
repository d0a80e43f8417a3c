"""
zh: 按类型的名字记住答案：两个同名的类得到同一个答案。
en: Answers are remembered by the type's name: two classes of one name get one answer.
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


known = {}


def is_iterable(x):
    name = type(x).__name__
    if name not in known:
        try:
            iter(x)
            known[name] = True
        except TypeError:
            known[name] = False
    return known[name]


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
