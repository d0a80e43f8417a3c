"""
zh: 每个子类各数各的，总数对不上。
en: Each subclass keeps a count of its own, so the total is wrong.
fails: q90-hidden-1
"""


class Ticket:
    issued = 0

    def __init__(self, holder):
        self.holder = holder
        type(self).issued += 1
