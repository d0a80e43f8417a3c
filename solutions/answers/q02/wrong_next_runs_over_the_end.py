"""
zh: 最后一个之后是 `IndexError`。
en: Behind the last one comes an `IndexError`.
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
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place]
