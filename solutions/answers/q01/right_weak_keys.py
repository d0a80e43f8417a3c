"""
zh: 所有收件箱登记在一个弱引用字典里，各有各的列表。
en: One weak dict for all inboxes, each with a list of its own.
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


import weakref

_lists = weakref.WeakKeyDictionary()


class Inbox:
    def __init__(self, capacity):
        _lists[self] = ([], capacity)

    def __len__(self):
        return len(_lists[self][0])

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return object.__hash__(self)

    def put(self, text):
        texts, capacity = _lists[self]
        return len(texts) < capacity and (texts.append(text) or True)

    def read(self):
        texts, _ = _lists[self]
        return texts and texts.pop(0) if texts else None


def broadcast(senders, text):
    iterator = iter(senders)
    return [one.send(text) for one in iterator]
