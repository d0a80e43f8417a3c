"""
zh: `run_super` 把异常变成了文字。
en: `run_super` turns an exception into a text.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        try:
            return super().func(1)
        except Exception as e:
            return str(e)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
