"""
zh: 计数在全局变量里，类变量没变。
en: A global is counted up, not the class variable.
fails: q03-check-1 q03-hidden-1
"""

issued = 0


class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        global issued
        issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(cls) for cls in type(obj).__mro__):
        return "class"
    return "missing"
