"""
zh: 用 `get` 判断键以前在不在，值为 `None` 或空的键没有回来。
en: It asks with `get` whether a key was there, and keys whose value is `None` or empty do not come back.
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
        if kind is not None:
            for key in {*before, *self.store}:
                if before.get(key):
                    self.store[key] = before[key]
                else:
                    self.store.pop(key, None)
