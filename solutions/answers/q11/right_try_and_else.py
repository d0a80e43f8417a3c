"""
zh: `try` 里只有取属性，调用放在 else 里。
en: Only the look-up stands in the `try`; the call is in its else.
"""

class UnknownCommand(LookupError):
    pass


def run_command(obj, line):
    words = line.split(" ")
    name = words[0]
    try:
        if name[0] == "_":
            raise AttributeError(name)
        method = getattr(obj, name)
        if not callable(method):
            raise AttributeError(name)
    except AttributeError as error:
        raise UnknownCommand(f"{name} cannot be called") from error
    else:
        return method(*words[1:])


def update(obj, changes):
    changed = set()
    for name in changes:
        value = changes[name]
        if not hasattr(obj, name):
            if value is not DELETE:
                setattr(obj, name, value)
                changed.add(name)
        elif value is DELETE:
            delattr(obj, name)
            changed.add(name)
        elif not getattr(obj, name) == value:
            setattr(obj, name, value)
            changed.add(name)
    return sorted(changed)


def public_api(obj):
    names = []
    for name in dir(obj):
        if name[0] != "_" and "__call__" in dir(getattr(obj, name)):
            names.append(name)
    names.sort()
    return names
