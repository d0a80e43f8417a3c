"""
zh: 用 `is not` 比较新旧值，相等的新列表也算成变化。
en: Old and new are compared with `is not`, so an equal new list counts as a change.
fails: q11-hidden-2
"""

def run_command(obj, line):
    name, *words = line.split()
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        raise LookupError(f"{type(obj).__name__} has no public method {name!r}")
    return method(*words)


def update(obj, changes):
    missing = object()
    changed = set()
    for name, value in changes.items():
        old = getattr(obj, name, missing)
        if value is DELETE:
            if old is not missing:
                delattr(obj, name)
                changed.add(name)
        else:
            if old is not value:
                changed.add(name)
            setattr(obj, name, value)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
