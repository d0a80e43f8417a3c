"""
zh: `try` 把调用也包了进去，方法里的 AttributeError 被说成「没有这个方法」。
en: The `try` holds the call as well, so an AttributeError inside the method is reported as a missing method.
fails: q11-hidden-1
"""

def run_command(obj, line):
    name, *words = line.split()
    if name.startswith("_"):
        raise LookupError(f"private: {name}")
    try:
        method = getattr(obj, name)
        if not callable(method):
            raise LookupError(f"not a method: {name}")
        return method(*words)
    except AttributeError:
        raise LookupError(f"unknown: {name}") from None


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
