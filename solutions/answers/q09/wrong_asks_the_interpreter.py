"""
zh: 不看参数，看 `sys.exc_info()`；在 `except` 块里用时，把别处的异常当成自己的。
en: It asks `sys.exc_info()` instead of its arguments, and within an `except` block takes another exception for its own.
fails: q09-hidden-1
"""

import sys

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

    def __exit__(self, *error):
        before = self.saved.pop()
        if sys.exc_info()[0] is not None:
            self.store.clear()
            self.store.update(before)
