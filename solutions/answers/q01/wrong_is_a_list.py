"""
zh: 继承 list，`append` 绕过容量。
en: It inherits from list, and `append` goes past the capacity.
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


class Inbox(list):
    def __init__(self, capacity):
        super().__init__()
        self._capacity = capacity

    def put(self, text):
        if len(self) >= self._capacity:
            return False
        self.append(text)
        return True

    def read(self):
        return self.pop(0) if self else None


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
