"""
zh: 类另外处理，其余的用 `hasattr(x, …)` 问对象：`__getattr__` 什么都答应，挂在对象上的 `__iter__` 也被当真。
en: Classes apart, it asks the object with `hasattr(x, …)`: a `__getattr__` says yes to everything, and an `__iter__` hung on the object counts.
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
    asked = type(x) if isinstance(x, type) else x
    return hasattr(asked, "__iter__") or hasattr(asked, "__getitem__")


def is_iterator(x):
    asked = type(x) if isinstance(x, type) else x
    return hasattr(asked, "__iter__") and hasattr(asked, "__next__")
