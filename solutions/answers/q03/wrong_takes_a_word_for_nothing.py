"""
zh: 拿 `"missing"` 当“没有”，值正好是这个词就认错了。
en: `"missing"` stands for no value, and a value that is this very word is taken for none.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        Ticket.issued += 1
        self.holder = holder
        self.tags = list(tags) if tags is not None else []


def attribute_home(obj, name):
    if vars(obj).get(name, "missing") != "missing":
        return "instance"
    if any(vars(c).get(name, "missing") != "missing" for c in type(obj).__mro__):
        return "class"
    return "missing"
