"""
zh: 不带双下划线的名字也加了前缀。
en: Names without two underscores get the prefix too.
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
        if not amount > 0:
            raise ValueError("a deposit must be above 0")
        self.__balance += amount


def mangle(class_name, name):
    return f"_{class_name}{name}" if not name.endswith("__") else name
