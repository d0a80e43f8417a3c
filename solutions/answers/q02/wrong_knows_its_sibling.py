"""
zh: `Left` 看对象是不是 `Bottom`，是就点名 `Right`。
en: `Left` looks whether the object is a `Bottom`, and then names `Right`.
fails: q02-hidden-1
"""

class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        return ["Left", *(Right if isinstance(self, Bottom) else Base).visit(self)]


class Right(Base):
    def visit(self):
        return ["Right", *Base.visit(self)]


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom", *Left.visit(self)]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
