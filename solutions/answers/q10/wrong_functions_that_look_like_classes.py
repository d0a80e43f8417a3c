"""
zh: 两个函数返回现成的对象：行为对了，但没有写类。
en: Two functions that return ready-made objects: it behaves, but no class was written.
fails: q10-check-1
"""

def Countdown(start):
    return iter(range(start, 0, -1))


def CountdownFrom(start):
    return range(start, 0, -1)


def is_iterable(x):
    try:
        iter(x)
    except TypeError:
        return False
    return True


def is_iterator(x):
    return hasattr(type(x), "__iter__") and hasattr(type(x), "__next__")
