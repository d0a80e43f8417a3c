"""
zh: `Bottom` 把列表存在对象里，以后都交出这一个。
en: `Bottom` keeps its list in the object and hands it out ever after.
fails: q02-check-1
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
        if not hasattr(self, "_said"):
            self._said = ["Bottom", *super().visit()]
        return self._said


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError(f"{obj!r} is not an instance of {cls.__name__}")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
