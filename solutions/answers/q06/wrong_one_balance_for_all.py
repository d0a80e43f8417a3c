"""
zh: 余额记在类上，所有账户共用。
en: The balance is the class's, all accounts share it.
fails: q06-check-1 q06-hidden-1
"""

class Account:
    __balance = 0

    def __init__(self, owner):
        self.owner = owner

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError("a deposit must be above 0")
        Account.__balance += amount


def mangle(class_name, name):
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
