"""
zh: 用对象 MRO 的第二位，子类里就是别的类。
en: It takes the second class of the object's MRO, another one in a subclass.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        return type(self).__mro__[1].func(self, 1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
