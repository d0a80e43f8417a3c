"""
zh: `do_something` 在 `with` 外面不肯做事。
en: `do_something` refuses to work outside a `with`.
fails: q09-check-1
"""

class Context:
    def __init__(self):
        self.events = []
        self.depth = 0

    def __enter__(self):
        self.depth += 1
        self.events.append("enter")
        return self

    def do_something(self):
        if self.depth:
            self.events.append("work")

    def __exit__(self, *error):
        self.depth -= 1
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
