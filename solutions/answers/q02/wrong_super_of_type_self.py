"""
zh: `super(type(self), self)` 在子类里无穷递归。
en: `super(type(self), self)` recurses for ever in a subclass.
fails: q02-check-1 q02-hidden-1
"""

class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        return ["Left", *super(type(self), self).visit()]


class Right(Base):
    def visit(self):
        return ["Right", *super(type(self), self).visit()]


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom", *super(type(self), self).visit()]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
