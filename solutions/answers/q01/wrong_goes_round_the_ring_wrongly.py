"""
zh: 环形缓冲区绕回来以后放错了位置。
en: A ring buffer that puts messages into the wrong place once it has gone round.
fails: q01-check-2
"""

class Channel:
    def __init__(self, owner):
        self.owner = owner

    def describe(self):
        return f"{self.owner} via {type(self).__name__}"


class Email(Channel):
    def send(self, text):
        return f"email to {self.owner}: {text}"


class Sms(Channel):
    def send(self, text):
        return f"sms to {self.owner}: {text}"


class Inbox:
    def __init__(self, capacity):
        self._n = capacity
        self._a = [None] * capacity
        self._h = 0
        self._c = 0

    def __len__(self):
        return self._c

    def put(self, text):
        if self._c == self._n:
            return False
        self._a[self._c if self._h == 0 else (self._h - 1)] = text
        self._c += 1
        return True

    def read(self):
        if not self._c:
            return None
        t = self._a[self._h]
        self._h = (self._h + 1) % self._n
        self._c -= 1
        return t


def broadcast(senders, text):
    return [s.send(text) for s in senders]
