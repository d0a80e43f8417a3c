"""
zh: 先调用一次，再为了返回值又调用一次。
en: It calls once, and once more for the value to return.
fails: q08-hidden-1 q08-hidden-2
"""

class F3(F2):
    def run_direct(self):
        F1.func(self, 1)
        return F1.func(self, 1)

    def run_super(self):
        super().func(1)
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    cls.func(obj, num)
    return cls.func(obj, num)
