"""
zh: 返回了所有的名字，没有管是不是真的变了。
en: Every name is returned, changed or not.
fails: q11-check-2 q11-hidden-2
"""

def run_command(obj, line):
    name, *words = line.split()
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        raise LookupError(f"{type(obj).__name__} has no public method {name!r}")
    return method(*words)


def update(obj, changes):
    for name, value in changes.items():
        if value is not DELETE:
            setattr(obj, name, value)
        elif hasattr(obj, name):
            delattr(obj, name)
    return sorted(changes)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
