"""
zh: 在 __new__ 里计数。
en: Counts in __new__.
"""


class Ticket:
    issued = 0

    def __new__(cls, holder):
        Ticket.issued = Ticket.issued + 1
        return super().__new__(cls)

    def __init__(self, holder):
        self.holder = holder
