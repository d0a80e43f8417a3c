"""
zh: 用 `if error:` 判断有没有异常，真假为假的异常就被当成没有。
en: It asks `if error:`, and takes an exception that is false for none at all.
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

    def __exit__(self, kind, error, traceback):
        self.events.append("exit")


class Rollback:
    def __init__(self, store):
        self.store = store
        self.saved = []

    def __enter__(self):
        self.saved.append(dict(self.store))

    def __exit__(self, kind, error, traceback):
        before = self.saved.pop()
        if error:
            self.store.clear()
            self.store.update(before)
