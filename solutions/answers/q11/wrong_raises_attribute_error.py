"""
zh: 直接用 getattr，名字不存在时抛出的是 AttributeError，它不是 LookupError。
en: Plain getattr: an unknown name is an AttributeError, which is no LookupError.
fails: q11-check-1 q11-hidden-1
"""

def run_command(obj, line):
    name, *words = line.split()
    if name.startswith("_"):
        raise LookupError(name)
    return getattr(obj, name)(*words)


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
