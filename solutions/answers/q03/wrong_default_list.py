"""
zh: 默认参数是一个列表，没给标签的票共用它。
en: The default is a list, shared by all tickets without tags.
fails: q03-check-1 q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=[]):  # noqa: B006
        self.holder = holder
        self.tags = tags
        Ticket.issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
