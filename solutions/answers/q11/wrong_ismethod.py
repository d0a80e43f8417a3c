"""
zh: inspect.ismethod 不认静态方法，public_api 漏掉了它们。
en: inspect.ismethod does not know static methods, so public_api leaves them out.
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
        if value is DELETE and old is not missing:
            delattr(obj, name)
            changed.append(name)
        elif value is not DELETE and (old is missing or old != value):
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return [name for name, _ in inspect.getmembers(obj, inspect.ismethod) if not name.startswith("_")]
