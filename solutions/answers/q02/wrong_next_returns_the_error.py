"""
zh: 返回 `TypeError`，没有抛出。
en: It returns `TypeError` and does not raise it.
fails: q02-check-2 q02-hidden-1
"""

class Base:
    def visit(self):
        return ["Base"]


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
        return TypeError
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
