"""
zh: `super(type(self), self)` 在子类里从错的地方开始。
en: `super(type(self), self)` begins in the wrong place in a subclass.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return super(type(self), self).func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
