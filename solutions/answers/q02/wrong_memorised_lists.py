"""
zh: 四个列表是写死的。
en: The four lists are written down.
fails: q02-hidden-1
"""

class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        return ["Left", "Base"]


class Right(Base):
    def visit(self):
        return ["Right", "Base"]


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom", "Left", "Right", "Base"]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
