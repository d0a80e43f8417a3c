"""
zh: 每进一层都新开一个 `@contextmanager`，叠在 `ExitStack` 里，不自己写恢复的判断。
en: Each entry opens a fresh `@contextmanager`; they are kept in a list, and the generator's `except` does the rest.
"""

from contextlib import contextmanager


class Reentrant:
    def __enter__(self):
        if not hasattr(self, "open"):
            self.open = []
        self.open.append(self.block())
        return self.open[-1].__enter__()

    def __exit__(self, *error):
        return self.open.pop().__exit__(*error)


class Context(Reentrant):
    def __init__(self):
        self.events = []

    @contextmanager
    def block(self):
        self.events.append("enter")
        try:
            yield self
        finally:
            self.events.append("exit")

    def do_something(self):
        self.events.append("work")


class Rollback(Reentrant):
    def __init__(self, store):
        self.store = store

    @contextmanager
    def block(self):
        before = self.store.copy()
        try:
            yield self.store
        except BaseException:
            self.store.clear()
            self.store.update(before)
            raise
