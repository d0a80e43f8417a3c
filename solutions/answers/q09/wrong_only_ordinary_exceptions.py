"""
zh: 只认 `Exception`，`KeyboardInterrupt` 打断时不恢复。
en: Only an `Exception` counts: a `KeyboardInterrupt` leaves the dict half changed.
fails: q09-hidden-1
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
        if isinstance(error, Exception):
            self.store.clear()
            self.store.update(before)
