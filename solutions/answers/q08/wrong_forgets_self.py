"""
zh: 没有传 `self`，1 成了 `self`。
en: `self` is missing, the 1 takes its place.
fails: q08-check-1 q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(1)

    def run_super(self):
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
