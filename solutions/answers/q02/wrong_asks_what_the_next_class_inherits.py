"""
zh: 找到 MRO 的下一个类，就问它的 `visit`：它自己没有时，得到的是它继承来的，中间的类被跳过。
en: It finds the next class of the MRO and asks for its `visit`: where that class has none, what it inherits comes, past others in between.
fails: q02-hidden-1
"""

def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError(f"{obj!r} is not an instance of {cls.__name__}")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None


class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        return ["Left", *next_in_mro(self, Left).visit(self)]


class Right(Base):
    def visit(self):
        return ["Right", *next_in_mro(self, Right).visit(self)]


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom", *next_in_mro(self, Bottom).visit(self)]
