"""
zh: 用 DELETE 当「没有」的默认值，再用 == 比较：新设一个与 DELETE 相等的值，被当成没有变化。
en: DELETE is the default for what is not there, and compared with ==: a new value that equals DELETE counts as no change.
fails: q11-hidden-2
"""


import inspect


def run_command(obj, line):
    name, *words = line.split()
    commands = dict(inspect.getmembers(obj, callable))
    if name.startswith("_") or name not in commands:
        raise LookupError(f"cannot run {line!r}")
    return commands[name](*words)


def update(obj, changes):
    changed = []
    for name, value in sorted(changes.items(), key=lambda item: item[0]):
        if getattr(obj, name, DELETE) == value:
            continue
        delattr(obj, name) if value is DELETE else setattr(obj, name, value)
        changed += [name]
    return changed


def public_api(obj):
    return [name for name, value in inspect.getmembers(obj) if name[:1] != "_" and inspect.isroutine(value)]
