"""
zh: 用 lambda 和 operator.methodcaller，返回的是元组。
en: Lambdas and operator.methodcaller; update returns a tuple.
"""

from operator import methodcaller


_usable = lambda obj, name: not name.startswith("_") and callable(getattr(obj, name, None))  # noqa: E731


def run_command(obj, line):
    name, *words = line.split()
    if _usable(obj, name):
        return methodcaller(name, *words)(obj)
    raise IndexError(name)


_missing = object()


def _change(obj, name, value, missing=_missing):
    old = getattr(obj, name, missing)
    match (value is DELETE, old is missing):
        case (True, False):
            obj.__delattr__(name)
        case (False, True):
            obj.__setattr__(name, value)
        case (False, False) if old != value:
            obj.__setattr__(name, value)
        case _:
            return []
    return [name]


update = lambda obj, changes: tuple(sorted(done for item in changes.items() for done in _change(obj, *item)))  # noqa: E731


public_api = lambda obj: sorted(filter(lambda name: _usable(obj, name), dir(obj)))  # noqa: E731
