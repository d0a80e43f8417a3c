"""
zh: `lru_cache` 要求对象可哈希，问列表就出错。
en: `lru_cache` wants hashable objects, so that a list is an error.
fails: q02-hidden-1
"""

class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        return ["Left"] + super().visit()


class Right(Base):
    def visit(self):
        return ["Right"] + super().visit()


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom"] + super().visit()


import functools


@functools.lru_cache
def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError(obj)
    m = type(obj).__mro__
    i = m.index(cls) + 1
    return m[i] if i < len(m) else None
