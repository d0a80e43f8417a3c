"""
zh: 类里一个默认值，第一次存钱时才有自己的。
en: A default in the class; the object's own comes with the first deposit.
"""

import re


class Account:
    __balance = 0

    def __init__(self, owner):
        self._owner = owner

    balance = property(lambda self: self.__balance)

    def deposit(self, amount):
        match amount:
            case n if n > 0:
                self.__balance = self.__balance + n
            case _:
                raise ValueError


def mangle(class_name, name):
    bare = re.sub("^_+", "", class_name)
    if bare and re.fullmatch(r"__.*(?<!__)", name) and not name.endswith("__"):
        return "_" + bare + name
    return name
