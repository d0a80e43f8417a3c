"""
zh: 对象必须恰好是 `cls` 或它的直接子类。
en: The object must be exactly a `cls` or of a direct subclass.
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
    if cls is not type(obj) and cls not in type(obj).__bases__:
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
