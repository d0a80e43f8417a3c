"""
zh: 只数 `Ticket` 自己的，子类不算。
en: Only tickets of `Ticket` itself are counted.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        if type(self) is Ticket:
            Ticket.issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
