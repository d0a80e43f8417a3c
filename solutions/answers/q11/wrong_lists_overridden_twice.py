"""
zh: MRO 里每个类各列一遍，重写过的方法出现两次。
en: Each class of the MRO is listed in turn, so an overridden method appears twice.
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
    return sorted(
        name
        for cls in type(obj).__mro__
        for name in vars(cls)
        if not name.startswith("_") and callable(getattr(obj, name, None))
    )
