"""
zh: 值与从前相等就不动它：1 换成了 `True`，留下的是 `True`。
en: A value equal to the old one stays: where 1 became `True`, `True` it is.
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
        if kind is not None:
            for key in self.store.keys() - before.keys():
                del self.store[key]
            for key, value in before.items():
                if key not in self.store or self.store[key] != value:
                    self.store[key] = value
