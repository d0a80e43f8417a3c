"""
zh: 类名由每个子类的变量提供，新子类就会说谎。
en: The name comes from a variable in each subclass, so a new subclass lies.
fails: q01-check-1
"""

class Channel:
    kind = "Channel"

    def __init__(self, owner):
        self.owner = owner

    def describe(self):
        return f"{self.owner} via {self.kind}"


class Email(Channel):
    kind = "Email"

    def send(self, text):
        return f"email to {self.owner}: {text}"


class Sms(Channel):
    kind = "Sms"

    def send(self, text):
        return f"sms to {self.owner}: {text}"


class Inbox:
    def __init__(self, capacity):
        self._capacity = capacity
        self._messages = []

    def __len__(self):
        return len(self._messages)

    def put(self, text):
        if len(self._messages) >= self._capacity:
            return False
        self._messages.append(text)
        return True

    def read(self):
        return self._messages.pop(0) if self._messages else None


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
