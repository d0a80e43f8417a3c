"""
zh: 两条路都点名 `F1`。
en: Both ways name `F1`.
fails: q08-check-1 q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return F1.func(self, 1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
