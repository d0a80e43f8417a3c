"""
zh: 用 `==` 认 DELETE，和它相等的对象也被当成删除。
en: DELETE is recognised with `==`, so an object that equals it counts as deletion.
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
        there = hasattr(obj, name)
        if value == DELETE:
            if there:
                delattr(obj, name)
                changed.append(name)
        elif not there or getattr(obj, name) != value:
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
