"""
zh: 只把双下划线开头的名字当成私有，单下划线的照样能调用。
en: Only names with two underscores are taken for private; those with one can be called.
fails: q11-check-1 q11-hidden-1
"""

def run_command(obj, line):
    name, *words = line.split()
    if name.startswith("__") or not callable(getattr(obj, name, None)):
        raise LookupError(f"no command {name}")
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
