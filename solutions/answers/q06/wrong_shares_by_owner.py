"""
zh: 主人相同的账户共用一个余额。
en: Accounts of the same owner share one balance.
fails: q06-hidden-1
"""

_b = {}


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.__balance = _b.setdefault(owner, [0])

    @property
    def balance(self):
        return self.__balance[0]

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError(amount)
        self.__balance[0] += amount


def mangle(class_name, name):
    if not name.startswith("__") or name.endswith("__"):
        return name
    c = class_name.lstrip("_")
    return f"_{c}{name}" if c else name
