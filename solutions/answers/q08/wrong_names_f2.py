"""
zh: `run_super` 点名 `F2`，插进来的兄弟被跳过。
en: `run_super` names `F2`, a sibling in between is skipped.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return F2.func(self, 1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
