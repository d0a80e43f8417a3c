"""
zh: `Bottom` 点名调用 `Left.visit`。
en: `Bottom` calls `Left.visit` by name.
fails: q02-hidden-1
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
        return ["Bottom", *Left.visit(self)]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError(f"{obj!r} is not an instance of {cls.__name__}")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
