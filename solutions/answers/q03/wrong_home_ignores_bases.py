"""
zh: 只看对象自己的类，不看基类。
en: It looks at the object's own class and not at the bases.
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
    if name in vars(type(obj)):
        return "class"
    return "missing"
