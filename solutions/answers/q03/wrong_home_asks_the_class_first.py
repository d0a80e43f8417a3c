"""
zh: 先看类，被遮住的也说成类的。
en: It asks the class first and calls hidden variables the class's.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1


def attribute_home(obj, name):
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "instance" if name in vars(obj) else "missing"
