"""
zh: 只看 MRO 的前两个类，祖父类的方法漏掉了。
en: Only the first two classes of the MRO are searched; a grandparent's methods are missing.
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
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    names = {name for cls in type(obj).__mro__[:2] for name in vars(cls)}
    return sorted(name for name in names if not name.startswith("_") and callable(getattr(obj, name)))
