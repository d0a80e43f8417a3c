"""
zh: `do_something()` 总是记到最里面的那个 `Context` 上，不管是谁的。
en: `do_something()` notes its work with the innermost `Context`, whoever was asked.
fails: q09-hidden-1
"""

class Context:
    active = []

    def __init__(self):
        self.events = []

    def __enter__(self):
        self.events.append("enter")
        self.active.append(self)
        return self

    def do_something(self):
        (self.active or [self])[-1].events.append("work")

    def __exit__(self, *error):
        self.active.remove(self)
        self.events.append("exit")


class Rollback:
    def __init__(self, store):
        self.store = store
        self.saved = []

    def __enter__(self):
        self.saved.append(dict(self.store))

    def __exit__(self, kind, error, traceback):
        before = self.saved.pop()
        if kind is not None:
            self.store.clear()
            self.store.update(before)
