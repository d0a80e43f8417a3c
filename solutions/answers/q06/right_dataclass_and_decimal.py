"""
zh: 数据类，金额转成 `Decimal`。
en: A dataclass; amounts become `Decimal`.
"""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass
class Account:
    owner: str
    __balance: Decimal = field(default=Decimal(0), init=False, repr=False)

    @property
    def balance(self):
        return self.__balance

    def deposit(self, amount):
        if amount != amount or amount <= 0:
            raise ValueError(f"{amount} is not above 0")
        self.__balance += Decimal(str(amount))


def mangle(class_name, name):
    if not name.startswith("__"):
        return name
    if name.endswith("__"):
        return name
    if set(class_name) == {"_"}:
        return name
    return "".join(["_", class_name.lstrip("_"), name])
