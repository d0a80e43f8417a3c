"""
zh: 直接改 obj.__dict__：有 __slots__ 的对象没有它，property 也被绕开。
en: It writes into obj.__dict__, which an object with __slots__ lacks and which goes past properties.
fails: q11-hidden-2
"""

def run_command(obj, line):
    name, *words = line.split()
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        raise LookupError(f"{type(obj).__name__} has no public method {name!r}")
    return method(*words)


def update(obj, changes):
    space = obj.__dict__
    before = dict(space)
    for name, value in changes.items():
        if value is DELETE:
            space.pop(name, None)
        else:
            space[name] = value
    return sorted(name for name in changes if (name in before) != (name in space) or (name in space and before[name] != space[name]))


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
