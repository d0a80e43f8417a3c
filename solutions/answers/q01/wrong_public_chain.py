"""
zh: 消息串成链，链头是公开的 `head`。
en: The messages are a chain whose `head` is public.
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


class Link:
    def __init__(self, text):
        self.text, self.next = text, None


class Inbox:
    def __init__(self, capacity):
        self._capacity, self._count = capacity, 0
        self.head = self._tail = None

    def __len__(self):
        return self._count

    def put(self, text):
        if self._count >= self._capacity:
            return False
        link = Link(text)
        if self.head is None:
            self.head = link
        else:
            self._tail.next = link
        self._tail = link
        self._count += 1
        return True

    def read(self):
        if self.head is None:
            return None
        text, self.head = self.head.text, self.head.next
        self._count -= 1
        return text


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
