"""
zh: 让 Python 自己改写：编译一个类，看它用了什么名字。
en: It lets Python mangle: compile a class and see which name it uses.
"""

class Account:
    def __init__(self, owner):
        self.owner = owner
        self.__balance = 0

    def __getattr__(self, name):
        if name == "balance":
            return self.__balance
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if name == "balance":
            raise TypeError("read-only")
        super().__setattr__(name, value)

    def deposit(self, amount):
        if not (amount > 0):
            raise ValueError
        self.__balance += amount


def mangle(class_name, name):
    space = {}
    exec(f"class {class_name}:\n    def f(self): self.{name}", space)
    return space[class_name].f.__code__.co_names[0]
