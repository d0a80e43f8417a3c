"""
zh: 用 MRO 倒数第三位，碰巧在 F3 上是 F2。
en: It takes the third from the end of the MRO, which happens to be F2 for an F3.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return type(self).__mro__[-3].func(self, 1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
