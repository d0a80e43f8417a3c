"""
zh: `super(F2, self)` 是 F2 之后的那位，不一定是 F1。
en: `super(F2, self)` is whoever comes behind F2, not always F1.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return super(F2, self).func(1)

    def run_super(self):
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
