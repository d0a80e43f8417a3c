"""
zh: 在 `__new__` 里数，用 `hasattr` 判断。
en: It counts in `__new__` and asks with `hasattr`.
"""

class Ticket:
    issued = 0

    def __new__(cls, *args, **kw):
        ticket = super().__new__(cls)
        Ticket.issued = Ticket.issued + 1
        return ticket

    def __init__(self, holder, tags=None):
        self.holder, self.tags = holder, [*(tags or ())]


def attribute_home(obj, name):
    if name in obj.__dict__:
        return "instance"
    return "class" if hasattr(obj, name) else "missing"
