"""
zh: `partialmethod` 和赋给名字的 lambda。
en: A `partialmethod`, and lambdas bound to names.
"""

from functools import partial, partialmethod


class F3(F2):
    run_direct = partialmethod(F1.func, 1)
    run_super = lambda self: super(F3, self).func(1)  # noqa: E731, UP008


DIRECT = f"F1.func {1}"
SUPER = "F2" + DIRECT[2:]
call_through_class = lambda cls, obj, num: partial(cls.func, obj)(num)  # noqa: E731
