"""
zh: `super` 写全参数，函数先绑定再调用。
en: `super` with both arguments; the function is bound, then called.
"""

from types import MethodType


class F3(F2):
    def run_direct(self):
        func = F1.func.__get__(self)
        return func(1)

    def run_super(self):
        return super(F3, self).func(num=1)  # noqa: UP008


DIRECT, SUPER = "F1.func 1", "F2.func 1"


def call_through_class(cls, obj, num):
    return MethodType(cls.func, obj)(num)
