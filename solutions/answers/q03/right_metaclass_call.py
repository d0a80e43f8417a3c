"""
zh: 元类在每次构造之后计数；用 `inspect` 静态查找。
en: A metaclass counts after each construction; `inspect` looks up statically.
"""

import inspect


class Counting(type):
    def __call__(cls, *args, **kw):
        made = super().__call__(*args, **kw)
        Ticket.issued += 1
        return made


class Ticket(metaclass=Counting):
    issued = 0

    def __init__(self, holder, tags=None):
        vars(self).update(holder=holder, tags=list(tags if tags is not None else ()))


def attribute_home(obj, name):
    missing = object()
    if inspect.getattr_static(obj, name, missing) is missing:
        return "missing"
    return "instance" if name in obj.__dict__.keys() else "class"
