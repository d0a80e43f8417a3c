"""
zh: 一边处理一边从 changes 里弹出，调用者的字典被清空了。
en: Items are popped from changes as they are handled, so the caller's dict ends up empty.
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
    changed = []
    while changes:
        name, value = changes.popitem()
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
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
