"""
zh: `run_direct` 把结果变成字符串。
en: `run_direct` turns the result into a text.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return str(F1.func(self, 1))

    def run_super(self):
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
