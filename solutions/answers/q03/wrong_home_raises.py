"""
zh: 没有时抛出 `AttributeError`。
en: It raises `AttributeError` where there is none.
fails: q03-check-1 q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1


def attribute_home(obj, name):
    getattr(obj, name)
    return "instance" if name in vars(obj) else "class"
