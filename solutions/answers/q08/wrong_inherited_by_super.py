"""
zh: 继承来的 `func` 用 `super` 去找，走的是对象的 MRO。
en: An inherited `func` is looked for by `super`, along the object's MRO.
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
    return cls.func(obj, num) if "func" in vars(cls) else super(cls, obj).func(num)
