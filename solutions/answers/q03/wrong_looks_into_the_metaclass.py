"""
zh: 用 `hasattr(type(obj), name)` 问类：元类里的名字（如 `mro`）也被当成有。
en: It asks the class with `hasattr(type(obj), name)`: names of the metaclass, such as `mro`, seem to be there.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = list(tags or [])
        Ticket.issued += 1


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    return "class" if hasattr(type(obj), name) else "missing"
