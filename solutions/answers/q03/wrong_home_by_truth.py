"""
zh: 值为假的属性被当成没有。
en: Attributes with a falsy value are taken for missing.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1


def attribute_home(obj, name):
    if vars(obj).get(name):
        return "instance"
    if getattr(type(obj), name, None):
        return "class"
    return "missing"
