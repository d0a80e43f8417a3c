"""
zh: `from_string` 是静态方法，只能写死 `Date`。
en: `from_string` is static and can only name `Date`.
fails: q04-hidden-1
"""

class Date:
    def __init__(self, year, month, day):
        if not self.is_valid(year, month, day):
            raise ValueError("no such day")
        self.year, self.month, self.day = year, month, day

    @staticmethod
    def is_valid(year, month, day):
        if not (1 <= year <= 9999 and 1 <= month <= 12):
            return False
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        lengths = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return 1 <= day <= lengths[month - 1]

    @staticmethod
    def from_string(text):
        year, month, day = text.split("-")
        return Date(int(year), int(month), int(day))
