"""
zh: `Base` 后面有谁就接着问谁，没有停下。
en: `Base` goes on to whoever comes behind it.
fails: q02-hidden-1
"""

class Base:
    def visit(self):
        after = getattr(super(), "visit", list)
        return ["Base", *after()]


class Left(Base):
    def visit(self):
        return ["Left", *super().visit()]


class Right(Base):
    def visit(self):
        return ["Right", *super().visit()]


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom", *super().visit()]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
