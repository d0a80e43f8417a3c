"""
zh: `__getattr__` 把没有的名字转交给容器，`append` 绕过容量。
en: `__getattr__` hands unknown names on to the store, and `append` goes past the capacity.
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


from collections import deque


class Inbox:
    def __init__(self, capacity):
        self._capacity = capacity
        self._messages = deque()

    def __getattr__(self, name):
        return getattr(self._messages, name)

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
