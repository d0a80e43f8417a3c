"""
zh: `__balance` 只是摆设，真正的余额在 `_balance` 里。
en: `__balance` is for show, the real balance is `_balance`.
fails: q06-hidden-1
"""

class Account:
    def __init__(self, owner):
        self.owner = owner
        self._balance = 0
        self.__balance = 0

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError("a deposit must be above 0")
        self._balance += amount


def mangle(class_name, name):
    bare = class_name.lstrip("_")
    if not bare or not name.startswith("__") or name.endswith("__"):
        return name
    return f"_{bare}{name}"
