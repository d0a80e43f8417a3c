"""
zh: 在对象上计数，类变量不变。
en: It counts on the object, the class variable stays as it is.
fails: q90-check-2 q90-hidden-1
"""


class Ticket:
    issued = 0

    def __init__(self, holder):
        self.holder = holder
        self.issued += 1
