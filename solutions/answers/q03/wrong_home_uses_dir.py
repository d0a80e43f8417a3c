"""
zh: `dir` 里也有类的名字，全说成对象的。
en: `dir` holds the class's names too; all become the instance's.
fails: q03-check-1 q03-hidden-1
"""

class Ticket:
    issued = 0

    def __init__(self, holder, tags=None):
        self.holder = holder
        self.tags = [] if tags is None else list(tags)
        Ticket.issued += 1


def attribute_home(obj, name):
    return "instance" if name in dir(obj) else "class" if name in dir(type(obj)) else "missing"
