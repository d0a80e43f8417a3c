"""
zh: 在整条 MRO 上收集方法，只去掉设成 `None` 的：子类改成数或 property 的名字也留着。
en: It collects methods along the MRO and leaves out only what became `None`: a name that a subclass made a number or a property stays.
fails: q11-hidden-2
"""

def run_command(obj, line):
    name, *words = line.split(" ")
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        raise LookupError(name)
    return method(*words)


def update(obj, changes):
    changed = []
    for name, value in changes.items():
        there = hasattr(obj, name)
        if value is DELETE:
            if there:
                delattr(obj, name)
                changed.append(name)
        elif not there or getattr(obj, name) != value:
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(
        {
            name
            for cls in type(obj).__mro__
            for name, value in vars(cls).items()
            if not name.startswith("_") and (callable(value) or isinstance(value, (staticmethod, classmethod))) and getattr(type(obj), name) is not None
        }
    )
