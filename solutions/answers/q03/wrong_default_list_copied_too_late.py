"""
zh: 给了列表就复制，没给就用共用的默认列表。
en: A list given is copied, the default one is shared.
fails: q03-check-1 q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=[]):  # noqa: B006
        self.holder = holder
        self.tags = list(tags) if tags else tags
        Ticket.issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
