"""
zh: 只在最外层存一份，内层失败时一直退回到最外层。
en: Only the outermost level keeps a copy, so an inner failure leads back all the way.
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
        if kind is not None:
            self.store.clear()
            self.store.update(self.saved)
