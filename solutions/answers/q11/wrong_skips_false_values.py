"""
zh: 把假值当成「没有」：值是 0 或 None 的属性删不掉。
en: False values count as absent: an attribute that is 0 or None is not deleted.
fails: q11-hidden-2
"""

def run_command(obj, line):
    name, *words = line.split()
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        raise LookupError(f"{type(obj).__name__} has no public method {name!r}")
    return method(*words)


def update(obj, changes):
    changed = []
    for name, value in changes.items():
        if value is DELETE:
            if getattr(obj, name, False):
                delattr(obj, name)
                changed.append(name)
        elif not hasattr(obj, name) or getattr(obj, name) != value:
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
