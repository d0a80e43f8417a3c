"""
zh: `Left` 往下一个类的列表里插入自己的名字。
en: `Left` inserts its name into the list of the next class.
fails: q02-hidden-1
"""

class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        said = super().visit()
        said.insert(0, "Left")
        return said


class Right(Base):
    def visit(self):
        return ["Right", *super().visit()]


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom", *super().visit()]


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError(f"{obj!r} is not an instance of {cls.__name__}")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
