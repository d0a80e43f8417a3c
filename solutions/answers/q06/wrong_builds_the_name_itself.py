"""
zh: 用 `type(self).__name__` 自己拼名字，子类里就乱了。
en: It builds the name from `type(self).__name__`, which goes wrong in a subclass.
fails: q06-hidden-1
"""

class Account:
    def __init__(self, owner):
        self.owner = owner
        setattr(self, f"_{type(self).__name__}__balance", 0)

    @property
    def balance(self):
        return getattr(self, f"_{type(self).__name__}__balance")

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError
        setattr(self, f"_{type(self).__name__}__balance", self.balance + amount)


def mangle(class_name, name):
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
