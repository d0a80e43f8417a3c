"""
zh: 以一个下划线结尾的名字没有改写。
en: A name that ends in one underscore is not mangled.
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
    if not bare or not name.startswith("__") or name.endswith("_"):
        return name
    return f"_{bare}{name}"
