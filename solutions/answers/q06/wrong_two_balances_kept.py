"""
zh: 两个名字一起记账，读的却是 `_total`。
en: Two names are kept in step, but `_total` is the one that is read.
fails: q06-hidden-1
"""

class Account:
    def __init__(self, owner):
        self.owner = owner
        self.__balance = self._total = 0

    @property
    def balance(self):
        return self._total

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError("a deposit must be above 0")
        self._total += amount
        self.__balance = self._total


def mangle(class_name, name):
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
