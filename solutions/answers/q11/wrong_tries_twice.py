"""
zh: TypeError 之后换一组参数再调用一次：方法里的 TypeError 使它执行了两遍。
en: After a TypeError it calls again without the words: a TypeError from inside makes the method run twice.
fails: q11-hidden-1
"""

def run_command(obj, line):
    name, *words = line.split()
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        raise LookupError(name)
    try:
        return method(*words)
    except TypeError:
        return method(" ".join(words))


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
