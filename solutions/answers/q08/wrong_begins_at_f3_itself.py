"""
zh: 在 MRO 里从 F3 自己找起，而不是从它之后。
en: It looks along the MRO from F3 itself on, not from behind it.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        order = type(self).__mro__
        for cls in order[order.index(F3) :]:
            if "func" in vars(cls):
                return vars(cls)["func"](self, 1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
