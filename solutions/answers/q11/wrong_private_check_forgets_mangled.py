"""
zh: 只拒绝 `_name` 和 `__name__` 这两种样子，改写后的私有名字 `_Machine__wipe` 溜了过去。
en: It refuses names that look like `_name` or `__name__`; the mangled private name `_Machine__wipe` slips through.
fails: q11-hidden-1
"""

def run_command(obj, line):
    name, *words = line.split()
    private = name.startswith("_") and "__" not in name[1:]
    special = name.startswith("__") and name.endswith("__")
    if private or special or not callable(getattr(obj, name, None)):
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
