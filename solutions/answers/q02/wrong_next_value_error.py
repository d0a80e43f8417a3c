"""
zh: 不是实例时抛出了 `ValueError`。
en: For no instance it raises `ValueError`.
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
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
