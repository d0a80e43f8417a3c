"""
zh: 备份按字典登记：同一个字典的两个 Rollback 会取错对方的。
en: The copies are kept by the dict: two Rollbacks of one dict take each other's.
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
    places = {}

    def __init__(self, store):
        self.store = store
        self.saved = self.places.setdefault(id(store), [])

    def __enter__(self):
        self.saved.append(dict(self.store))

    def __exit__(self, kind, error, traceback):
        before = self.saved.pop()
        if kind is not None:
            self.store.clear()
            self.store.update(before)
