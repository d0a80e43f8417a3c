"""
zh: 存下的不是拷贝，是同一个字典的另一个名字。
en: What it keeps is no copy but another name for the same dict.
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
        self.saved = self.store

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            self.store.update(self.saved)
