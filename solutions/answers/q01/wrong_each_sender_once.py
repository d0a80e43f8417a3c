"""
zh: 用字典收集，同一个对象出现两次就少一次，不可哈希的对象会报错。
en: It collects in a dict: an object that is there twice counts once, an unhashable one is an error.
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
    heard = {sender: sender.send(text) for sender in senders}
    return list(heard.values())
