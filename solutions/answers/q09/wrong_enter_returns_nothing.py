"""
zh: `__enter__` 忘了返回，`as` 后面的名字得到 `None`。
en: `__enter__` forgets to return, so the name after `as` is `None`.
fails: q09-check-1 q09-hidden-1
"""

class Context:
    def __init__(self):
        self.events = []

    def __enter__(self):
        self.events.append("enter")

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
            self.store.clear()
            self.store.update(before)
