"""
zh: `call_through_class` 把结果变成字符串。
en: `call_through_class` turns the result into a text.
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
    return str(cls.func(obj, num))
