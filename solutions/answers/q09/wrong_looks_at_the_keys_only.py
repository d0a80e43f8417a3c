"""
zh: 只有键变了才恢复；只改了值，就不恢复。
en: It restores only where the keys differ, not where a value alone has changed.
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

    def __exit__(self, kind, error, traceback):
        self.events.append("exit")


class Rollback:
    def __init__(self, store):
        self.store = store
        self.saved = []

    def __enter__(self):
        self.saved.append(dict(self.store))

    def __exit__(self, kind, error, traceback):
        before = self.saved.pop()
        if kind is not None and self.store.keys() != before.keys():
            self.store.clear()
            self.store.update(before)
