"""
zh: 类名开头的下划线没有去掉。
en: Leading underscores of the class stay.
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
    if name.startswith("__") and not name.endswith("__"):
        return f"_{class_name}{name}"
    return name
