"""
zh: 按类名拼出文字，没有调用。
en: It makes the text from the class's name and calls nothing.
fails: q08-check-1 q08-hidden-2
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return super().func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return f"{cls.__name__}.func {num}"
