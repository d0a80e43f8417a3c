"""
zh: 只问了有没有，没问能不能调用：数据和设成 None 的名字会得到 TypeError。
en: It asks whether the name is there, not whether it can be called: data, and names set to None, give a TypeError.
fails: q11-hidden-1
"""

def run_command(obj, line):
    name, *words = line.split()
    if name.startswith("_") or not hasattr(obj, name):
        raise LookupError(f"no such command: {name}")
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
