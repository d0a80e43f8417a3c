"""
zh: 只沿第一个基类往上找 `func`。
en: It looks for `func` along the first bases only.
fails: q08-hidden-2
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    while "func" not in vars(cls):
        cls = cls.__bases__[0]
    return vars(cls)["func"](obj, num)
