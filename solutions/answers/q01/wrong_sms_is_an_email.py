"""
zh: `Sms` 抄自 `Email`，继承的也是 `Email`。
en: `Sms` was copied from `Email`, and inherits from it.
fails: q01-check-1
"""

class Channel:
    def __init__(self, owner):
        self.owner = owner

    def describe(self):
        return f"{self.owner} via {type(self).__name__}"


class Email(Channel):
    def send(self, text):
        return f"email to {self.owner}: {text}"


class Sms(Email):
    def send(self, text):
        return f"sms to {self.owner}: {text}"


from collections import deque


class Inbox:
    def __init__(self, capacity):
        self._capacity = capacity
        self._messages = deque()

    def __len__(self):
        return len(self._messages)

    def put(self, text):
        if len(self._messages) >= self._capacity:
            return False
        self._messages.append(text)
        return True

    def read(self):
        return self._messages.popleft() if self._messages else None


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
