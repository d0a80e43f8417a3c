"""
zh: 去掉所有下划线再找开头的两个字母：类名第二个字符是下划线时就找不到。
en: It takes the first two letters without any underscores and looks for them: not found where the second character of the class is an underscore.
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
    letters = class_name.replace("_", "")[:2]
    if not letters or not name.startswith("__") or name.endswith("__"):
        return name
    return "_" + class_name[class_name.find(letters) :] + name
