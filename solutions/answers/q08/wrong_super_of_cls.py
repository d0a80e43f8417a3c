"""
zh: `super(cls, obj)` 从 `cls` 之后开始，差了一位。
en: `super(cls, obj)` begins behind `cls`, one place too late.
fails: q08-check-1 q08-hidden-2
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return super(cls, obj).func(num)
