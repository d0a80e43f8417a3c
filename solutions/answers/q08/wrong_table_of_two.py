"""
zh: 只认识 `F1` 和 `F2`。
en: It knows `F1` and `F2` only.
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
    return f"F1.func {num}" if cls is F1 else f"F2.func {num}"
