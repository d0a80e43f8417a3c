"""
zh: `run_direct` 用 MRO 的倒数第二个类。
en: `run_direct` uses the last but one of the MRO.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return type(self).__mro__[-2].func(self, 1)

    def run_super(self):
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
