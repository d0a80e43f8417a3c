"""
zh: 把像数的单词转成了 int，方法收到的不再是原来的文字。
en: Words that look like numbers become ints, so the method does not get the words.
fails: q11-check-1 q11-hidden-1
"""

def run_command(obj, line):
    name, *words = line.split()
    method = None if name.startswith("_") else getattr(obj, name, None)
    if not callable(method):
        raise LookupError(name)
    return method(*[int(word) if word.isdigit() else word for word in words])


def update(obj, changes):
    missing = object()
    changed = []
    for name, value in changes.items():
        old = getattr(obj, name, missing)
        if value is DELETE and old is not missing:
            delattr(obj, name)
            changed.append(name)
        elif value is not DELETE and (old is missing or old != value):
            setattr(obj, name, value)
            changed.append(name)
    return sorted(changed)


def public_api(obj):
    return sorted(name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name)))
