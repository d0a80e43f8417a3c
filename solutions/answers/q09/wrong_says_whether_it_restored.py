"""
zh: `__exit__` 返回“恢复了没有”，恰好是真值，于是吞掉了异常。
en: `__exit__` returns whether it restored something, which is true, and so swallows the exception.
fails: q09-check-2 q09-hidden-1
"""

class Context:
    def __init__(self):
        self.events = []

    def __enter__(self):
        self.events.append("enter")
        return self

    def do_something(self):
        self.events.append("work")

    def __exit__(self, *error):
        self.events.append("exit")


class Rollback:
    def __init__(self, store):
        self.store = store
        self.saved = []

    def __enter__(self):
        self.saved.append(dict(self.store))

    def __exit__(self, kind, error, traceback):
        before = self.saved.pop()
        restored = kind is not None
        if restored:
            self.store.clear()
            self.store.update(before)
        return restored
