"""
zh: `is_valid` 是普通方法，收下对象再丢掉。
en: `is_valid` is a plain method that takes the object and drops it.
fails: q04-hidden-1
"""

class Date:
    def __init__(self, year, month, day):
        if not self.is_valid(year, month, day):
            raise ValueError(f"there is no day {year}-{month}-{day}")
        self.year, self.month, self.day = year, month, day

    def is_valid(*numbers):
        year, month, day = numbers[-3:]
        if not (1 <= year <= 9999 and 1 <= month <= 12):
            return False
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        lengths = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return 1 <= day <= lengths[month - 1]

    @classmethod
    def from_string(cls, text):
        year, month, day = text.split("-")
        return cls(int(year), int(month), int(day))
