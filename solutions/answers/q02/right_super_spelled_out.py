"""
zh: `super` 的两个参数写全，下一个类从 `super` 对象里取。
en: `super` with both arguments; the next class is read from the `super` object.
"""

class Base:
    def visit(self):
        return [__class__.__name__]


class Left(Base):
    def visit(self):
        return [__class__.__name__] + super(Left, self).visit()  # noqa: UP008


class Right(Base):
    def visit(self):
        return [__class__.__name__] + super(Right, self).visit()  # noqa: UP008


class Bottom(Left, Right):
    def visit(self):
        return [__class__.__name__] + super(Bottom, self).visit()  # noqa: UP008


def next_in_mro(obj, cls):
    order = super(cls, obj).__self_class__.__mro__
    for here, after in zip(order, [*order[1:], None], strict=True):
        if here is cls:
            return after
