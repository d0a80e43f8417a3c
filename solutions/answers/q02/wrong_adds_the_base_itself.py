"""
zh: 下一个类返回空列表时，自己补上了 `Base`。
en: Where the next class returns an empty list it adds `Base` itself.
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
        return ["Right"] + (super().visit() or ["Base"])


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom"] + super().visit()


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError(obj)
    m = type(obj).__mro__
    i = m.index(cls) + 1
    return m[i] if i < len(m) else None
