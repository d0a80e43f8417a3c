"""
zh: inspect.isfunction 和 ismethod 不认用 C 写的方法，list 的子类几乎什么都没有。
en: inspect.isfunction and ismethod do not know methods written in C, so a subclass of list seems to have hardly any.
fails: q11-hidden-2
"""

import inspect


def run_command(obj, line):
    name, *words = line.split()
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        raise LookupError(f"{type(obj).__name__} has no public method {name!r}")
    return method(*words)


def update(obj, changes):
    missing = object()
    changed = []
    for name, value in changes.items():
        old = getattr(obj, name, missing)
        if value is DELETE:
            if old is not missing:
                delattr(obj, name)
                changed.append(name)
        elif old is missing or old != value:
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    public = [name for name in dir(obj) if not name.startswith("_")]
    return [name for name in public if inspect.isfunction(getattr(obj, name)) or inspect.ismethod(getattr(obj, name))]
