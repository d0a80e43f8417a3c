"""
zh: 类名全是下划线时也改写了。
en: A class of underscores only mangles too.
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
    if not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
