"""
zh: 消息放在以 `id` 为键的字典里，`id` 会被重复使用。
en: Messages are kept in a dict by `id`, which is used again.
fails: q01-hidden-1
"""

_stores = {}


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
        _stores.setdefault(id(self), [])

    def __len__(self):
        return len(_stores[id(self)])

    def put(self, text):
        if len(_stores[id(self)]) >= self._capacity:
            return False
        _stores[id(self)].append(text)
        return True

    def read(self):
        return _stores[id(self)].pop(0) if _stores[id(self)] else None


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
