"""
zh: 每张票另存了一份当时的数，遮住了类变量。
en: Each ticket keeps the number of its day, which hides the class variable.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1
        self.issued = Ticket.issued


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
