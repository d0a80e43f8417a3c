"""
zh: 备份存在类上，两个 `Rollback` 互相盖掉。
en: The copy is kept on the class, and two objects overwrite each other's.
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
    saved = None

    def __init__(self, store):
        self.store = store

    def __enter__(self):
        Rollback.saved = dict(self.store)

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            self.store.clear()
            self.store.update(Rollback.saved)
