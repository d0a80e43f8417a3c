"""
zh: 继承 `datetime.date`，规则都借它的。
en: It inherits from `datetime.date` and borrows all the rules.
"""

import datetime


class Date(datetime.date):
    @staticmethod
    def is_valid(year, month, day):
        try:
            datetime.date(year, month, day)
        except ValueError:
            return False
        return True

    @classmethod
    def from_string(cls, text):
        return cls.fromisoformat(text)
