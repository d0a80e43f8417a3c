"""
zh: 拿值和类里的比，相等就说是类的。
en: It compares with the class's value and says class where they are equal.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1


def attribute_home(obj, name):
    if not hasattr(obj, name):
        return "missing"
    if hasattr(type(obj), name) and getattr(obj, name) == getattr(type(obj), name):
        return "class"
    return "instance"
