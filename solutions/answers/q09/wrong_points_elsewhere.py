"""
zh: 恢复时只让 `self.store` 指向备份，调用者的字典没变。
en: On the way back `self.store` is pointed at the copy, and the caller's dict stays changed.
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

    def __enter__(self):
        self.saved = dict(self.store)

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            self.store = self.saved
