"""
zh: 容器放在一个公开的小对象里。
en: The store is kept in a small object under a public name.
fails: q01-hidden-1
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


import types


class Inbox:
    def __init__(self, capacity):
        self._cap = capacity
        self._q = []
        self.state = types.SimpleNamespace(kept=self._q)

    def __len__(self):
        return len(self._q)

    def put(self, text):
        if len(self._q) >= self._cap:
            return False
        self._q.append(text)
        return True

    def read(self):
        return self._q.pop(0) if self._q else None


def broadcast(senders, text):
    return [s.send(text) for s in senders]
