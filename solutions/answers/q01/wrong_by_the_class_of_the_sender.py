"""
zh: 按类名分支，只认识两种。
en: It branches by the class's name and knows two.
fails: q01-check-1 q01-hidden-1
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
        if len(self._messages) >= self._capacity:
            return False
        self._messages.append(text)
        return True

    def read(self):
        return self._messages.pop(0) if self._messages else None


def broadcast(senders, text):
    heard = []
    for sender in senders:
        if type(sender).__name__ == "Email":
            heard.append(f"email to {sender.owner}: {text}")
        elif type(sender).__name__ == "Sms":
            heard.append(f"sms to {sender.owner}: {text}")
    return heard
