"""
zh: 方法里的任何异常都被换成了 LookupError，真正的原因和类型都丢了。
en: Every exception of the method is exchanged for a LookupError; its type and cause are lost.
fails: q11-hidden-1
"""

def run_command(obj, line):
    words = line.split()
    name = words.pop(0)
    try:
        if name.startswith("_") or not callable(getattr(obj, name)):
            raise LookupError(name)
        return getattr(obj, name)(*words)
    except Exception as error:
        raise LookupError(f"{name}: {error}") from error


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
