"""
zh: 类里已有的名字改在了类上，所有对象一起变。
en: A name that the class has is set on the class, so all objects change.
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
        if value is DELETE:
            if old is not missing:
                delattr(obj, name)
                changed.append(name)
        elif old is missing or old != value:
            plain = name in dir(type(obj)) and isinstance(getattr(type(obj), name), (int, str))
            setattr(type(obj) if plain else obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
