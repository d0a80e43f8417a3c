"""
zh: 用字符串 `"__balance"` 存，不会被改写。
en: Stored by the text `"__balance"`, which is not mangled.
fails: q06-check-1 q06-hidden-1
"""

class Account:
    def __init__(self, owner):
        self.owner = owner
        setattr(self, "__balance", 0)

    @property
    def balance(self):
        return getattr(self, "__balance")

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError
        setattr(self, "__balance", self.balance + amount)


def mangle(class_name, name):
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
