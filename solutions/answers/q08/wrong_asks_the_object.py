"""
zh: 从对象取 `func`，类没有起作用。
en: `func` comes from the object, the class plays no part.
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
    return obj.func(num)
