"""
zh: `balance` 是普通属性，谁都能改。
en: `balance` is a plain attribute that anyone can change.
fails: q06-check-1 q06-hidden-1
"""

class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError
        self.balance += amount


def mangle(class_name, name):
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
