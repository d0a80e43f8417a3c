"""
zh: `tags` 写在类体里，人人共用。
en: `tags` stands in the class body, shared by all.
fails: q03-check-1 q03-hidden-1
"""

class Ticket:
    issued = 0
    tags = []

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags.extend(tags or [])
        Ticket.issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
