"""
zh: 总是照设，再拿设之前读到的值与新值相比：重设一个相等的值，设不设都行。
en: Always sets, and compares the value read before with the new one: whether an equal value is set once more makes no difference.
"""

_MISSING = object()


def run_command(obj, line):
    name, *words = line.split(" ")
    if name.startswith("_"):
        raise LookupError(f"{name} is private")
    try:
        method = getattr(obj, name)
    except AttributeError:
        raise LookupError(f"{name} is unknown") from None
    if not callable(method):
        raise LookupError(f"{name} is no method")
    return method(*words)


def update(obj, changes):
    changed = []
    for name, value in changes.items():
        old = getattr(obj, name, _MISSING)
        if value is not DELETE:
            setattr(obj, name, value)
            if old is _MISSING or old != value:
                changed.append(name)
        elif old is not _MISSING:
            delattr(obj, name)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if name[0] != "_" and callable(getattr(obj, name)))
