"""
zh: 值为 `None` 的属性被当成没有。
en: Attributes that are `None` are taken for missing.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1


def attribute_home(obj, name):
    if getattr(obj, name, None) is None:
        return "missing"
    return "instance" if name in obj.__dict__ else "class"
