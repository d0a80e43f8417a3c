"""
zh: 把下一个类说的都转成了字符串。
en: It turns what the next class says into texts.
fails: q02-hidden-1
"""

class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        return ["Left", *map(str, super().visit())]


class Right(Base):
    def visit(self):
        return ["Right", *map(str, super().visit())]


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom"] + super().visit()


def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError(obj)
    m = type(obj).__mro__
    i = m.index(cls) + 1
    return m[i] if i < len(m) else None
