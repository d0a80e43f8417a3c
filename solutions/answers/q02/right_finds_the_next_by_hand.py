"""
zh: 不用 `super`，自己在对象的 MRO 里找下一个 `visit`。
en: No `super`: it finds the next `visit` in the object's MRO by hand.
"""

def next_in_mro(obj, cls):
    if not isinstance(obj, cls):
        raise TypeError
    order = type(obj).__mro__
    return dict(zip(order, order[1:])).get(cls)  # noqa: B905, RUF007


def _after(obj, cls):
    """What the next class that has a `visit` says."""
    while (cls := next_in_mro(obj, cls)) is not None:
        if "visit" in vars(cls):
            return vars(cls)["visit"](obj)
    return []


class Base:
    def visit(self):
        return ["Base"]


class Left(Base):
    def visit(self):
        return ["Left"] + _after(self, Left)


class Right(Base):
    def visit(self):
        return ["Right"] + _after(self, Right)


class Bottom(Left, Right):
    def visit(self):
        return ["Bottom"] + _after(self, Bottom)
