"""
zh: `Base` 每次返回同一个列表，别人在里面插入，越来越长。
en: `Base` returns one list each time, the others insert into it, and it grows.
fails: q02-check-1 q02-hidden-1
"""

class Base:
    names = ["Base"]

    def visit(self):
        return self.names


class Left(Base):
    def visit(self):
        said = super().visit()
        said.insert(0, "Left")
        return said


class Right(Base):
    def visit(self):
        said = super().visit()
        said.insert(0, "Right")
        return said


class Bottom(Left, Right):
    def visit(self):
        said = super().visit()
        said.insert(0, "Bottom")
        return said


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
