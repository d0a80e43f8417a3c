"""
zh: 以为都是 `F3` 在说话。
en: It thinks `F3` speaks in both.
fails: q08-hidden-2
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return super().func(1)


DIRECT = "F3.func 1"
SUPER = "F3.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
