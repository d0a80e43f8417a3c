"""
zh: 0 也收了。
en: It takes 0.
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
        if not amount >= 0:
            raise ValueError("a deposit must be above 0")
        self.__balance += amount


def mangle(class_name, name):
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
