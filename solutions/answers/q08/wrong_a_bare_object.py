"""
zh: 用 `__new__` 另造一个对象。
en: Another object is made with `__new__`.
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
    return cls.func(cls.__new__(cls), num)
