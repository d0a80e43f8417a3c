"""
zh: `run_direct` 在对象的副本上调用。
en: `run_direct` calls on a copy of the object.
fails: q08-hidden-1
"""

import copy


class F3(F2):
    def run_direct(self):
        return F1.func(copy.copy(self), 1)

    def run_super(self):
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
