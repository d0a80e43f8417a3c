"""
zh: 属性每次给出副本，类方法负责计数。
en: A property hands out copies, a class method counts.
"""

class Ticket:
    issued = 0

    @classmethod
    def _count(cls):
        Ticket.issued += 1

    def __init__(self, holder, tags=None):
        self._holder = holder
        self._tags = tags[:] if tags else []
        self._count()

    @property
    def holder(self):
        return self._holder

    @property
    def tags(self):
        return self._tags.copy()


def attribute_home(obj, name):
    try:
        vars(obj)[name]
        return "instance"
    except KeyError:
        pass
    for cls in type(obj).__mro__:
        if name in cls.__dict__:
            return "class"
    return "missing"
