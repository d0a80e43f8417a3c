"""
zh: 以为只有生成器和列表的迭代器才算，按名字里有没有 iterator 判断。
en: It goes by whether the name of the type says iterator or generator.
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
    name = type(x).__name__
    return "iterator" in name or "generator" in name
