"""
zh: 把 LookupError 当作结果返回，没有抛出。
en: The LookupError is returned as a result instead of raised.
fails: q11-check-1 q11-hidden-1
"""

def run_command(obj, line):
    name, *words = line.split()
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        return f"LookupError: {name}"
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
