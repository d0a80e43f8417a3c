"""
zh: 正则表达式拆文本，`calendar` 算天数，数据类。
en: A pattern takes the text apart, `calendar` counts the days, a dataclass.
"""

import calendar
import re
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Date:
    year: int
    month: int
    day: int

    def __post_init__(self):
        if not type(self).is_valid(self.year, self.month, self.day):
            raise ValueError(self)

    @staticmethod
    def is_valid(year, month, day):
        return year in range(1, 10_000) and month in range(1, 13) and day in range(1, calendar.monthrange(year, month)[1] + 1)

    @classmethod
    def from_string(cls, text):
        match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        return cls(*map(int, match.groups()))
