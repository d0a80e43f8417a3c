"""
zh: 恢复时给键排序，键的类型不同就出错。
en: It sorts the keys to restore them, which fails where they are of different types.
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

    def __exit__(self, *a):
        self.events.append("exit")


class Rollback:
    def __init__(self, store):
        self.store = store
        self.saved = []

    def __enter__(self):
        self.saved.append(dict(self.store))

    def __exit__(self, t, e, tb):
        old = self.saved.pop()
        if t is not None:
            for k in sorted(self.store):
                del self.store[k]
            self.store.update(old)
