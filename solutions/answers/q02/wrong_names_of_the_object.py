"""
zh: 每个类都报了对象的类名。
en: Each class says the name of the object's class.
fails: q02-check-1 q02-hidden-1
"""

class Base:
    def visit(self):
        return [type(self).__name__]


class Left(Base):
    def visit(self):
        return [type(self).__name__, *super().visit()]


class Right(Base):
    def visit(self):
        return [type(self).__name__, *super().visit()]


class Bottom(Left, Right):
    def visit(self):
        return [type(self).__name__, *super().visit()]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
