"""
zh: 恢复以后自己再抛一次同一个异常：多余，但结果一样。
en: It raises the same exception once more after restoring: not needed, but no harm.
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
        self.store, self.saved = store, []

    def __enter__(self):
        self.saved = [*self.saved, dict(self.store.items())]
        return self

    def __exit__(self, kind, error, traceback):
        *self.saved, before = self.saved
        if error is not None:
            for key in list(self.store):
                self.store.pop(key)
            self.store.update(before)
            raise error
