"""
zh: 在生成器表达式里调用，`StopIteration` 变成了 `RuntimeError`。
en: It calls within a generator expression, where `StopIteration` becomes a `RuntimeError`.
fails: q11-hidden-1
"""

def run_command(obj, line):
    name, *args = line.split(" ")
    if name.startswith("_") or not name.isidentifier() or not hasattr(obj, name):
        raise LookupError(name)
    m = getattr(obj, name)
    if not callable(m):
        raise LookupError(name)
    return next(m(*a) for a in [args])


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
