"""
zh: 数着层数，只有最外层失败才恢复，内层失败没人管。
en: It counts levels and restores at the outermost only: an inner failure is ignored.
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
        self.depth = 0

    def __enter__(self):
        if self.depth == 0:
            self.saved = dict(self.store)
        self.depth += 1

    def __exit__(self, kind, error, traceback):
        self.depth -= 1
        if kind is not None and self.depth == 0:
            self.store.clear()
            self.store.update(self.saved)
