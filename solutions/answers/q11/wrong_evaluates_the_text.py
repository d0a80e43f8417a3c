"""
zh: 用 eval 拼出表达式，带点的名字一路走到了别的对象上。
en: It builds an expression for eval, so a dotted name walks on to other objects.
fails: q11-hidden-1
"""

def run_command(obj, line):
    name, *words = line.split()
    try:
        method = eval(f"obj.{name}")
    except (AttributeError, SyntaxError):
        method = None
    if name.startswith("_") or not callable(method):
        raise LookupError(f"unknown command {name}")
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
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
