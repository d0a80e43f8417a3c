"""
zh: 只看类和直接的基类，看不到祖父类。
en: Only the class and its direct bases are asked, not a grandparent.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in (type(obj), *type(obj).__bases__)):
        return "class"
    return "missing"
