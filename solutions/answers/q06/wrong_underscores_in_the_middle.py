"""
zh: 只要名字里有两个下划线就改写。
en: It mangles every name with two underscores anywhere in it.
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
            raise ValueError(amount)
        self.__balance += amount


def mangle(class_name, name):
    if "__" not in name or name.endswith("__"):
        return name
    c = class_name.lstrip("_")
    return f"_{c}{name}" if c else name
