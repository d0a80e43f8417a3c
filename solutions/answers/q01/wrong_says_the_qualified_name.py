"""
zh: 写的是 `__qualname__`：写在函数里的类会带上一长串前缀。
en: `__qualname__`: a class inside a function comes with a long prefix.
fails: q01-check-1
"""

class Channel:
    def __init__(self, owner):
        self.owner = owner

    def describe(self):
        return f"{self.owner} via {type(self).__qualname__}"


class Email(Channel):
    def send(self, text):
        return f"email to {self.owner}: {text}"


class Sms(Channel):
    def send(self, text):
        return f"sms to {self.owner}: {text}"


class Inbox:
    def __init__(self, capacity):
        self._cap = capacity
        self._q = []

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
