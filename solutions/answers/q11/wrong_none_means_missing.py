"""
zh: getattr 的默认值用了 None：新设的 None、删掉的 None 都被当成没有变。
en: None is the default of getattr: a None newly set, or a None deleted, looks like no change.
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
        old = getattr(obj, name, None)
        if value is DELETE:
            if old is not None:
                delattr(obj, name)
                changed.append(name)
        elif old != value:
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
