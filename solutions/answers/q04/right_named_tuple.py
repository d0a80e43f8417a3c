"""
zh: 不可变的元组，检查在 `__new__` 里，静态方法是另一个函数。
en: An unchangeable tuple, tested in `__new__`; the static method is a function from outside.
"""

from collections import namedtuple


def _exists(year, month, day):
    if month == 2:
        last = 28 + (year % 400 == 0 or (year % 4 == 0 and year % 100 != 0))
    else:
        last = {4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)
    return 0 < year < 10_000 and 0 < month < 13 and 0 < day < last + 1


class Date(namedtuple("_Date", "year month day")):
    __slots__ = ()

    def __new__(cls, year, month, day):
        if not _exists(year, month, day):
            raise ValueError((year, month, day))
        return super().__new__(cls, year, month, day)

    is_valid = staticmethod(_exists)

    @classmethod
    def from_string(cls, text):
        parts = text.split("-")
        if len(parts) != 3 or not all(part.isdecimal() for part in parts):
            raise ValueError(text)
        return cls(*(int(part) for part in parts))
