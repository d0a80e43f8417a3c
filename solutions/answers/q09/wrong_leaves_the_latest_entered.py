"""
zh: 进入的对象排在类的一个栈里，先离开的那个把 "exit" 记到了后进入的那个身上。
en: Those entered are kept on one stack of the class, and whoever leaves first notes "exit" with the one entered last.
fails: q09-hidden-1
"""

class Context:
    entered = []

    def __init__(self):
        self.events = []

    def __enter__(self):
        self.events.append("enter")
        Context.entered.append(self)
        return self

    def do_something(self):
        self.events.append("work")

    def __exit__(self, *error):
        Context.entered.pop().events.append("exit")


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
