"""
zh: 只记得住三层。
en: It remembers three levels, no more.
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
        import collections

        self.store = store
        self.saved = collections.deque(maxlen=3)

    def __enter__(self):
        self.saved.append(dict(self.store))

    def __exit__(self, t, e, tb):
        old = self.saved.pop()
        if t is not None:
            self.store.clear()
            self.store.update(old)
