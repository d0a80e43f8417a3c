"""
zh: 异常没有文字就当作没有异常。
en: An exception without a text counts as none.
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
        if t is not None and str(e):
            self.store.clear()
            self.store.update(old)
