"""
zh: 在 `vars(self)` 里找第一个以 `__balance` 结尾的名字，子类先设了自己的就读错。
en: It reads the first name that ends in `__balance`, which may be a subclass's.
fails: q06-hidden-1
"""

class Account:
    def __init__(self, owner):
        self.owner = owner
        self.__balance = 0

    @property
    def balance(self):
        return next(v for k, v in vars(self).items() if k.endswith("__balance"))

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError(amount)
        self.__balance += amount


def mangle(class_name, name):
    if not name.startswith("__") or name.endswith("__"):
        return name
    c = class_name.lstrip("_")
    return f"_{c}{name}" if c else name
