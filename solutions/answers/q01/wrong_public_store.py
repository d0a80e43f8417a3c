"""
zh: 列表是公开的 `messages`，谁都能改。
en: The list is public as `messages`, anyone can change it.
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


class Inbox:
    def __init__(self, capacity):
        self._capacity = capacity
        self.messages = []

    def __len__(self):
        return len(self.messages)

    def put(self, text):
        if len(self.messages) >= self._capacity:
            return False
        self.messages.append(text)
        return True

    def read(self):
        return self.messages.pop(0) if self.messages else None


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
