"""
zh: 返回写好的文字，没有调用。
en: Ready texts come back, nothing is called.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return "F1.func 1"

    def run_super(self):
        return "F2.func 1"


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
