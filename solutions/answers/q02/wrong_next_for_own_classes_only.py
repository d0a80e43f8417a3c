"""
zh: 只在自己写的四个类里找。
en: It knows its own four classes only.
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
        raise TypeError("obj is not an instance of cls")
    order = [c for c in type(obj).__mro__ if c in (Bottom, Left, Right, Base, object)]
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
