"""
zh: 满了就丢掉最旧的，`put` 总说成功。
en: When full it drops the oldest, and `put` always says yes.
fails: q01-check-2 q01-hidden-1
"""

from collections import deque


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
        self._capacity = capacity
        self._messages = deque(maxlen=capacity)

    def __len__(self):
        return len(self._messages)

    def put(self, text):
        self._messages.append(text)
        return True

    def read(self):
        return self._messages.popleft() if self._messages else None


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
