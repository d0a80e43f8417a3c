"""
zh: 自己的异常类，继承 `ValueError`；余额以分为单位存。
en: An exception class of its own, a `ValueError`; the amount is kept in cents.
"""

class BadAmount(ValueError):
    """A deposit that is not above 0."""


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.__balance = 0  # cents

    @property
    def balance(self):
        return self.__balance / 100

    def deposit(self, amount):
        if amount > 0:
            self.__balance += round(100 * amount)
        else:
            raise BadAmount(amount)

    def __repr__(self):
        return f"<account of {self.owner}>"


def mangle(class_name, name):
    dunder = name.startswith("__") and not name.endswith("__")
    stripped = "".join(class_name.partition(class_name.replace("_", "")[:1])[1:]) if class_name.strip("_") else ""
    return f"_{stripped}{name}" if dunder and stripped else name
