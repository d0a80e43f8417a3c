"""
zh: 用 `@contextmanager` 却没有 `try … finally`，出了异常就不收尾。
en: `@contextmanager` without `try … finally`: after an exception nothing is tidied up.
fails: q09-check-1 q09-hidden-1
"""

from contextlib import contextmanager


class Context:
    def __init__(self):
        self.events = []
        self.running = []

    @contextmanager
    def block(self):
        self.events.append("enter")
        yield self
        self.events.append("exit")

    def __enter__(self):
        self.running.append(self.block())
        return self.running[-1].__enter__()

    def do_something(self):
        self.events.append("work")

    def __exit__(self, *error):
        return self.running.pop().__exit__(*error)


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
