"""
zh: 消息放在公开的元组里：改不了它，却能整个换掉。
en: The messages are a public tuple: it cannot be changed, but it can be replaced.
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
        self.messages = ()

    def __len__(self):
        return len(self.messages)

    def put(self, text):
        if len(self.messages) >= self._capacity:
            return False
        self.messages += (text,)
        return True

    def read(self):
        first, self.messages = (self.messages[:1] or (None,))[0], self.messages[1:]
        return first


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
