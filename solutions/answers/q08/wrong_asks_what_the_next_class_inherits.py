"""
zh: 找到 MRO 的下一个类，就用它的 `func`：它自己没有时，得到的是它继承来的，中间的类被跳过。
en: It takes the next class of the MRO and its `func`: where that class has none, what it inherits comes, past others in between.
fails: q08-hidden-1
"""

class F3(F2):
    def run_direct(self):
        return F1.func(self, 1)

    def run_super(self):
        order = type(self).__mro__
        return order[order.index(F3) + 1].func(self, 1)


DIRECT = "F1.func 1"
SUPER = "F2.func 1"


def call_through_class(cls, obj, num):
    return cls.func(obj, num)
