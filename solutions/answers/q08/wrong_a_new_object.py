"""
zh: 在 `cls` 的新对象上调用，给的对象没有用上。
en: It calls on a new object of `cls`, the one given is not used.
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
    return cls().func(num)
