"""
zh: `calendar.monthrange` 遇到 13 月会抛出异常。
en: `calendar.monthrange` raises for month 13.
fails: q04-check-1 q04-hidden-1
"""

import calendar


class Date:
    def __init__(self, year, month, day):
        if not self.is_valid(year, month, day):
            raise ValueError("no such day")
        self.year, self.month, self.day = year, month, day

    @staticmethod
    def is_valid(year, month, day):
        return 1 <= year <= 9999 and 1 <= day <= calendar.monthrange(year, month)[1]

    @classmethod
    def from_string(cls, text):
        return cls(*map(int, text.split("-", 2)))
