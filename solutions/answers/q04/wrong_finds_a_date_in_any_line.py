"""
zh: 多行模式的 `^` 在每一行开头都算数，前面有别的行也收下。
en: `^` in multi-line mode takes a date in the last line of a longer text.
fails: q04-hidden-1
"""

import re


class Date:
    def __init__(self, year, month, day):
        if not Date.is_valid(year, month, day):
            raise ValueError((year, month, day))
        self.year, self.month, self.day = year, month, day

    @staticmethod
    def is_valid(year, month, day):
        if not (1 <= year <= 9999 and 1 <= month <= 12):
            return False
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        return 1 <= day <= days

    @classmethod
    def from_string(cls, text):
        m = re.search(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})\Z", text, re.M)
        if not m:
            raise ValueError(text)
        return cls(*map(int, m.groups()))
