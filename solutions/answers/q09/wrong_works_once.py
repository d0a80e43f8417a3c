"""
zh: 一个 `Rollback` 只有一个生成器，第二次用就没有了。
en: One generator for the whole object: the second use finds it spent.
fails: q09-hidden-1
"""

from contextlib import contextmanager

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


@contextmanager
def restoring(store):
    before = dict(store)
    try:
        yield
    except BaseException:
        store.clear()
        store.update(before)
        raise


class Rollback:
    def __init__(self, store):
        self.block = restoring(store)

    def __enter__(self):
        return self.block.__enter__()

    def __exit__(self, *error):
        return self.block.__exit__(*error)
