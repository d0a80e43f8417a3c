"""
zh: 先加后查，余额已经错了。
en: It adds first and tests later, the balance is wrong by then.
fails: q06-check-1 q06-hidden-1
"""

class Account:
    def __init__(self, owner):
        self.owner = owner
        self.__balance = 0

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        self.__balance += amount
        if not amount > 0:
            raise ValueError("a deposit must be above 0")


def mangle(class_name, name):
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
