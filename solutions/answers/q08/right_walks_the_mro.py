"""
zh: 在对象的 MRO 里亲手找 `F3` 之后的 `func`。
en: It finds the `func` behind `F3` in the object's MRO by hand.
"""

class F3(F2):
    def run_direct(self):
        return vars(F1)["func"](self, 1)

    def run_super(self):
        order = type(self).__mro__
        for cls in order[order.index(F3) + 1 :]:
            if "func" in cls.__dict__:
                return cls.__dict__["func"](self, 1)
        raise AttributeError("func")


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    for place in cls.mro():
        if "func" in vars(place):
            return vars(place)["func"].__call__(obj, num)
