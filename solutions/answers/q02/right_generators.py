"""
zh: 生成器一个个产出名字，`visit` 收成列表。
en: A generator yields the names, `visit` makes a list of them.
"""

class Base:
    def visit(self):
        return list(self.names())

    def names(self):
        yield "Base"


class Left(Base):
    def visit(self):
        def names(after):
            yield "Left"
            yield from after

        return list(names(super().visit()))


class Right(Base):
    def visit(self):
        said = super().visit()
        return ["Right"] + list(said)


class Bottom(Left, Right):
    def visit(self):
        said = list(super().visit())
        said[:0] = ["Bottom"]
        return said


def next_in_mro(obj, cls):
    order = iter(type(obj).__mro__)
    if cls in order:
        return next(order, None)
    raise TypeError(f"{type(obj).__name__} is no {cls.__name__}")
