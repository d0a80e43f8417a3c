"""
zh: 每个对象只调用一次，以后都返回记住的结果。
en: It calls once per object and returns what it kept from then on.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        if "_r" not in vars(self):
            self._r = super().func(1)
        return self._r


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
