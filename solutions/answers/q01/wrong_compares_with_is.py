"""
zh: `len(self) is self.capacity`：容量小时碰巧对，大了就永远不满。
en: `len(self) is self.capacity`: right by luck for small capacities, never full with large ones.
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
        self._capacity = capacity
        self._messages = []

    def __len__(self):
        return len(self._messages)

    def put(self, text):
        if len(self) is self._capacity:
            return False
        self._messages.append(text)
        return True

    def read(self):
        return self._messages.pop(0) if self._messages else None


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
