"""
zh: 只看 `cls` 自己的字典，继承来的找不到。
en: It looks into the dict of `cls` only and misses what is inherited.
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
    return vars(cls)["func"](obj, num)
