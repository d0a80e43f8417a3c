"""
zh: 用 inspect.getmembers 一次取出名字和值；DELETE 也当作「没有」的默认值。
en: inspect.getmembers gives names and values at once; DELETE itself is the default for absent.
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
