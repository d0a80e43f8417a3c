"""
zh: `Rollback` 继承 `ExitStack`：每层登记一个回调，离开时由它调用。
en: `Rollback` keeps an `ExitStack` per level, and a callback on it restores.
"""

from contextlib import AbstractContextManager, ExitStack


class Context(AbstractContextManager):
    @property
    def events(self):
        return self.__dict__.setdefault("log", [])

    def __enter__(self):
        self.events.append("enter")
        return super().__enter__()

    def do_something(self):
        return self.events.append("work")

    def __exit__(self, *error):
        self.events.append("exit")


class Rollback(AbstractContextManager):
    def __init__(self, store):
        self.store, self.stacks = store, []

    def __enter__(self):
        stack = ExitStack()
        before = {**self.store}

        def restore(kind, error, traceback):
            if kind:
                self.store.clear()
                self.store.update(before)

        stack.push(restore)
        self.stacks.append(stack.__enter__())

    def __exit__(self, *error):
        return self.stacks.pop().__exit__(*error)
