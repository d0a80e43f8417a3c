"""
zh: `strptime` 读文本，属性只读，`from_string` 是 `classmethod(lambda …)`。
en: `strptime` reads the text, the attributes are properties, `from_string` is a `classmethod(lambda …)`.
"""

import time


class Date:
    __slots__ = ("_parts",)

    def __init__(self, year, month, day):
        if Date.is_valid(year, month, day) is False:
            raise ValueError
        self._parts = (year, month, day)

    year = property(lambda self: self._parts[0])
    month = property(lambda self: self._parts[1])
    day = property(lambda self: self._parts[2])

    @staticmethod
    def is_valid(year, month, day):
        try:
            time.strptime(f"{year:04}-{month}-{day}", "%Y-%m-%d")
            return True
        except ValueError:
            return False

    from_string = classmethod(lambda cls, text: cls(*time.strptime(text, "%Y-%m-%d")[:3]))
