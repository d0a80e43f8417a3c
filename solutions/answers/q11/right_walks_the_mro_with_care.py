"""
zh: 自己沿 MRO 查找，近处的遮住远处的。
en: Walks the MRO itself; what comes first hides what comes later.
"""

def _declared(obj):
    """name -> what the classes of the object hold under it, the nearest first"""
    found = {}
    for cls in type(obj).__mro__:
        for name, value in vars(cls).items():
            found.setdefault(name, value)
    return found


def run_command(obj, line):
    name, *words = line.split()
    if name not in public_api(obj):
        raise LookupError(f"command {name!r} is not available")
    return getattr(obj, name)(*words)


def update(obj, changes):
    before = {name: getattr(obj, name) for name in changes if hasattr(obj, name)}
    done = []
    for name, value in changes.items():
        if value is DELETE and name in before:
            delattr(obj, name)
        elif value is not DELETE and (name not in before or before[name] != value):
            setattr(obj, name, value)
        else:
            continue
        done.append(name)
    done.sort()
    return done


def public_api(obj):
    return sorted(
        name
        for name, value in _declared(obj).items()
        if not name.startswith("_") and (callable(value) or isinstance(value, (staticmethod, classmethod)))
    )
