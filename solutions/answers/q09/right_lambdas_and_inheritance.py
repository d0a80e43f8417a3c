"""
zh: `Rollback` 继承 `Context`；方法用 lambda 写；恢复的动作存成函数。
en: `Rollback` inherits from `Context`; methods are lambdas; what is kept are functions that restore.
"""

class Context:
    def __new__(cls, *arguments):
        made = super().__new__(cls)
        made.events = []
        return made

    __enter__ = lambda self: self.events.append("enter") or self
    do_something = lambda self: self.events.append("work")
    __exit__ = lambda self, *error: self.events.append("exit")


class Rollback(Context):
    def __init__(self, store):
        self.store = store
        self.undo = []

    def __enter__(self):
        old = {**self.store}
        self.undo.append(lambda: (self.store.clear(), self.store.update(old)))
        return super().__enter__()

    def __exit__(self, kind, error, traceback):
        undo = self.undo.pop()
        if issubclass(kind or object, BaseException):
            undo()
        super().__exit__(kind, error, traceback)
