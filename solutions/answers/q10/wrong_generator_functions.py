"""
zh: 写成了生成器函数，不是类。
en: Generator functions in place of classes.
fails: q10-check-1 q10-hidden-1
"""

def Countdown(start):
    while start:
        yield start
        start -= 1


def CountdownFrom(start):
    return Countdown(start)


def is_iterable(x):
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
