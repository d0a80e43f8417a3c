"""
zh: 先接后面的，再写自己的名字，次序反了。
en: Its own name comes last, the order is the wrong way round.
fails: q02-check-1 q02-hidden-1
"""

class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        return [*super().visit(), "Left"]


class Right(Base):
    def visit(self):
        return [*super().visit(), "Right"]


class Bottom(Left, Right):
    def visit(self):
        return [*super().visit(), "Bottom"]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
