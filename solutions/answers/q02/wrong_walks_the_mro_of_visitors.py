"""
zh: 走 MRO 时只取定义了 `visit` 的类名，仍然不听它们说什么。
en: It walks the MRO for classes that define `visit`, and still does not listen to them.
fails: q02-hidden-1
"""

class Base:
    def visit(self):
        return _names(self, Base)


class Left(Base):
    def visit(self):
        return _names(self, Left)


class Right(Base):
    def visit(self):
        return _names(self, Right)


class Bottom(Left, Right):
    def visit(self):
        return _names(self, Bottom)


def _names(obj, start):
    order = type(obj).__mro__
    names = [cls.__name__ for cls in order[order.index(start):] if "visit" in vars(cls)]
    return names[: names.index("Base") + 1]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
