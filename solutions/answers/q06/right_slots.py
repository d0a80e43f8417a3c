"""
zh: 余额放在插槽里。
en: The balance is a slot.
"""

class Account:
    __slots__ = ("__balance", "owner")

    def __init__(self, owner):
        self.owner, self.__balance = owner, 0.0

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        if amount > 0:
            self.__balance += amount
            return self.__balance
        raise ValueError(amount)


def mangle(class_name, name):
    prefix = class_name
    while prefix[:1] == "_":
        prefix = prefix[1:]
    private = name[:2] == "__" and name[-2:] != "__"
    return "_" + prefix + name if private and prefix else name
