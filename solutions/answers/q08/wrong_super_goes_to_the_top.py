"""
zh: 以为 `super()` 走到最顶上。
en: It takes `super()` to go to the top.
fails: q08-hidden-2
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F1.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
