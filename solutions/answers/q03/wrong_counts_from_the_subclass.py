"""
zh: 子类定义时给了它自己的 0。
en: Each subclass starts with a 0 of its own.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        type(self).issued += 1

    def __init_subclass__(cls):
        cls.issued = 0


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
