"""
zh: 只沿 `__base__` 往上看，第二个基类里的变量找不到。
en: It goes up along `__base__`, past what a second base has.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        Ticket.issued += 1
        self.holder = holder
        self.tags = list(tags) if tags is not None else []


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    c = type(obj)
    while c is not None:
        if name in vars(c):
            return "class"
        c = c.__base__
    return "missing"
