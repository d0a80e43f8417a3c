"""
zh: 调用了 `self.func(1)`，子类一覆盖就变了。
en: It calls `self.func(1)`, which changes as soon as a subclass overrides it.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return self.func(1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
