"""
zh: 逐个点名调用基类，`Base` 走了两次。
en: Each base is called by name, `Base` runs twice.
fails: q02-check-1 q02-hidden-1
"""

class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        return ["Left", *Base.visit(self)]


class Right(Base):
    def visit(self):
        return ["Right", *Base.visit(self)]


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom", *Left.visit(self), *Right.visit(self)]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
