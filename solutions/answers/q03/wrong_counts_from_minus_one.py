"""
zh: `issued` 从 -1 数起，总数少一。
en: `issued` begins at -1, and the total is one short.
fails: q03-check-1
"""

class Ticket:
    issued = -1

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = list(tags or [])
        Ticket.issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
