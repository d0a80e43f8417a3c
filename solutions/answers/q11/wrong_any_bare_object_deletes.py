"""
zh: 凡是 object 类型的值都当成 DELETE，别的 object() 存不进去。
en: Every value of type object is taken for DELETE, so another object() cannot be stored.
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
        if type(value) is type(DELETE):
            if hasattr(obj, name):
                delattr(obj, name)
                changed.append(name)
        elif not hasattr(obj, name) or getattr(obj, name) != value:
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
