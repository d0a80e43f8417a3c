"""
zh: 每个子类各数各的，总数对不上。
en: Each subclass keeps a count of its own, so the total is wrong.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        type(self).issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
