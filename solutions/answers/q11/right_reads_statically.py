"""
zh: 用 inspect.getattr_static 看一眼，不执行 property，再决定取不取。
en: Looks with inspect.getattr_static first, without running properties.
"""

import inspect


def run_command(obj, line):
    name, _, rest = line.partition(" ")
    if name not in public_api(obj):
        raise KeyError(f"{name} is not one of {', '.join(public_api(obj))}")
    return getattr(obj, name)(*rest.split())


def update(obj, changes):
    def apply(name, value):
        if value is DELETE:
            try:
                delattr(obj, name)
            except AttributeError:
                return False
            return True
        try:
            if getattr(obj, name) == value:
                return False
        except AttributeError:
            pass
        setattr(obj, name, value)
        return True

    return sorted([name for name, value in changes.items() if apply(name, value)])


def public_api(obj):
    names = []
    for name in dir(obj):
        if name.startswith("_"):
            continue
        found = inspect.getattr_static(obj, name)
        if isinstance(found, (staticmethod, classmethod)) or inspect.isroutine(found):
            names.append(name)
    return sorted(names)
