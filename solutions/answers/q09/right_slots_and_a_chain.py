"""
zh: `__slots__`；存下的各层串成一条链，不用列表。
en: `__slots__`; the copies hang on one another in a chain instead of standing in a list.
"""

class Context:
    __slots__ = ("events",)

    def __init__(self):
        self.events = list()

    def note(self, what):
        self.events.append(what)

    def __enter__(self):
        self.note("enter")
        return self

    def __exit__(self, kind, error, traceback):
        self.note("exit")

    def do_something(self):
        self.note("work")


class Rollback:
    __slots__ = ("chain", "store")

    def __init__(self, store):
        self.store, self.chain = store, None

    def __enter__(self):
        self.chain = (self.store.copy(), self.chain)
        return self.store

    def __exit__(self, kind, error, traceback):
        copy, self.chain = self.chain
        if error is None:
            return
        while self.store:
            self.store.popitem()
        self.store |= copy
