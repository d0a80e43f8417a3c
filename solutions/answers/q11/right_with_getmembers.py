"""
zh: 用 inspect.getmembers 一次取出名字和值，不在里面的就是「没有」。
en: inspect.getmembers gives names and values at once; what is not among them is not there.
"""

import inspect


def run_command(obj, line):
    name, *words = line.split()
    commands = dict(inspect.getmembers(obj, callable))
    if name.startswith("_") or name not in commands:
        raise LookupError(f"cannot run {line!r}")
    return commands[name](*words)


def update(obj, changes):
    changed, now = [], dict(inspect.getmembers(obj))
    for name, value in sorted(changes.items(), key=lambda item: item[0]):
        if value is DELETE and name in now:
            delattr(obj, name)
        elif value is not DELETE and (name not in now or now[name] != value):
            setattr(obj, name, value)
        else:
            continue
        changed += [name]
    return changed


def public_api(obj):
    return [name for name, value in inspect.getmembers(obj) if name[:1] != "_" and inspect.isroutine(value)]
