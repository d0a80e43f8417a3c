"""
zh: 成功离开时不取走备份，外层失败时取到的是内层的。
en: After a success the copy stays on the stack, and an outer failure takes the inner one's.
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
        self.saved = []

    def __enter__(self):
        self.saved.append(dict(self.store))

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            before = self.saved.pop()
            self.store.clear()
            self.store.update(before)
