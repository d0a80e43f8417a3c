"""
zh: 一个类装饰器给每个类装上 `visit`。
en: A class decorator gives each class its `visit`.
"""

def visiting(cls):
    def visit(self):
        said = super(cls, self).visit()
        return [cls.__name__, *said]

    cls.visit = visit
    return cls


class Base:
    def visit(self):
        return ["Base"]


@visiting
class Left(Base):
    pass


@visiting
class Right(Base):
    pass


@visiting
class Bottom(Left, Right):
    pass


def next_in_mro(obj, cls):
    queue = list(type(obj).mro())
    if cls not in queue:
        raise TypeError(cls)
    while queue.pop(0) is not cls:
        pass
    return (queue or [None])[0]
