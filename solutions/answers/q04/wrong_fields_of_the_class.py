"""
zh: 年、月、日写在类里，后一个日期盖住前一个。
en: Year, month and day are written into the class; a later date hides an earlier one.
fails: q04-hidden-1
"""

class Date:
    def __init__(self, year, month, day):
        if not self.is_valid(year, month, day):
            raise ValueError(f"there is no day {year}-{month}-{day}")
        cls = type(self)
        cls.year, cls.month, cls.day = year, month, day

    @staticmethod
    def is_valid(year, month, day):
        if not (1 <= year <= 9999 and 1 <= month <= 12):
            return False
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        lengths = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return 1 <= day <= lengths[month - 1]

    @classmethod
    def from_string(cls, text):
        year, month, day = text.split("-")
        return cls(int(year), int(month), int(day))
