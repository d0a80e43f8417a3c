"""
zh: 深拷贝：键和值都成了别的对象，锁和生成器根本拷不了。
en: A deep copy makes other objects of keys and values, and cannot copy a lock or a generator.
fails: q09-hidden-1
"""

import copy


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
        self.saved.append(copy.deepcopy(self.store))

    def __exit__(self, kind, error, traceback):
        before = self.saved.pop()
        if kind is not None:
            self.store.clear()
            self.store.update(before)
