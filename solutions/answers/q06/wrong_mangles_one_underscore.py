"""
zh: 一个下划线开头的名字也改写了。
en: A name with one underscore in front is mangled.
fails: q06-hidden-1
"""

class Account:
    def __init__(self, owner):
        self.owner = owner
        self.__balance = 0

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError("a deposit must be above 0")
        self.__balance += amount


def mangle(class_name, name):
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("_") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
