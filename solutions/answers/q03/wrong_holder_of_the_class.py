"""
zh: `holder` 写进了类，后来的改掉先前的。
en: `holder` is written into the class, the last one wins.
fails: q03-check-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        type(self).holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
