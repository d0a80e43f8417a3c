"""
zh: 只看 type(obj) 自己的 __dict__，继承来的方法找不到。
en: Only the __dict__ of type(obj) itself is searched; inherited methods are not found.
fails: q11-check-2 q11-hidden-1 q11-hidden-2
"""

def run_command(obj, line):
    name, *words = line.split()
    if name.startswith("_") or not callable(vars(type(obj)).get(name)):
        raise LookupError(name)
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
    return sorted(name for name, value in vars(type(obj)).items() if callable(value) and not name.startswith("_"))
