"""
zh: 打印而不返回。
en: It prints and returns nothing.
fails: q08-check-1 q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        print(F1.func(self, 1))

    def run_super(self):
        print(super().func(1))


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
