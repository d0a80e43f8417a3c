"""
zh: 记在 MRO 里 `object` 之前的最后一个类上，多重继承时那不是 `Ticket`。
en: It counts on the last class before `object`, which is not `Ticket` where there are several bases.
fails: q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        type(self).__mro__[-2].issued = getattr(type(self).__mro__[-2], "issued", 0) + 1
        self.holder = holder
        self.tags = list(tags) if tags is not None else []


def attribute_home(obj, name):
    if name in vars(obj):
        return "instance"
    if any(name in vars(c) for c in type(obj).__mro__):
        return "class"
    return "missing"
