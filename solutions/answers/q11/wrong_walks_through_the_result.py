"""
zh: 方法返回生成器，它却走完变成了列表。
en: A generator that a method returns is made a list.
fails: q11-hidden-1
"""

def run_command(obj, line):
    name, *args = line.split(" ")
    if name.startswith("_") or not name.isidentifier() or not hasattr(obj, name):
        raise LookupError(name)
    m = getattr(obj, name)
    if not callable(m):
        raise LookupError(name)
    r = m(*args)
    return list(r) if hasattr(r, "__next__") else r


def update(obj, changes):
    nothing, changed = object(), []
    for name, value in changes.items():
        old = getattr(obj, name, nothing)
        if value is DELETE:
            if old is nothing:
                continue
            delattr(obj, name)
            changed.append(name)
        else:
            setattr(obj, name, value)
            new = getattr(obj, name)
            if old is nothing or not (old == new):
                changed.append(name)
    return sorted(changed)


import inspect


def public_api(obj):
    return sorted(
        n
        for n in dir(obj)
        if not n.startswith("_")
        and inspect.isroutine(getattr(obj, n))
        and not isinstance(inspect.getattr_static(obj, n, None), property)
    )
