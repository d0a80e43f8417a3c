"""
zh: 一处走完整条 MRO 取名字，不管每个类说什么。
en: One place walks the whole MRO for names, whatever each class says.
fails: q02-hidden-1
"""

class Base:
    def visit(self):
        return [cls.__name__ for cls in type(self).__mro__ if cls is not object]


class Left(Base):
    pass


class Right(Base):
    pass


class Bottom(Left, Right):
    pass


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError("obj is not an instance of cls")
    order = type(obj).__mro__
    place = order.index(cls) + 1
    return order[place] if place < len(order) else None
