"""
zh: 默认值是空元组，明写 `None` 时就出错。
en: The default is an empty tuple, and a `None` that is written out fails.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=()):
        self.holder = holder
        self.tags = list(tags)
        Ticket.issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
