"""
zh: 用 operator.attrgetter 取名字，它会沿着点一直走下去。
en: operator.attrgetter fetches the name, and it follows dots.
fails: q11-hidden-1
"""

import operator


def run_command(obj, line):
    name, *words = line.split()
    try:
        method = operator.attrgetter(name)(obj)
    except AttributeError:
        raise LookupError(f"unknown name {name}") from None
    if name.startswith("_") or not callable(method):
        raise LookupError(f"not a public method: {name}")
    return method(*words)


def update(obj, changes):
    missing = object()
    changed = []
    for name, value in changes.items():
        old = getattr(obj, name, missing)
        if value is DELETE and old is not missing:
            delattr(obj, name)
            changed.append(name)
        elif value is not DELETE and (old is missing or old != value):
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
