"""
zh: 删除不存在的名字时没有先看有没有，抛出 AttributeError。
en: A missing name is deleted without looking first, which is an AttributeError.
fails: q11-check-2 q11-hidden-2
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
            delattr(obj, name)
            changed.append(name)
        elif not hasattr(obj, name) or getattr(obj, name) != value:
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
