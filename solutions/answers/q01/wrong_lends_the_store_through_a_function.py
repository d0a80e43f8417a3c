"""
zh: 容器藏在下划线后面，一个公开的函数却把它交了出去。
en: The store has an underscore, but a public function in the object hands it out.
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
        self._cap = capacity
        self._q = q = []
        self.messages = lambda: q

    def __len__(self):
        return len(self._q)

    def put(self, text):
        if len(self._q) >= self._cap:
            return False
        self._q.append(text)
        return True

    def read(self):
        return self._q.pop(0) if self._q else None


def broadcast(senders, text):
    return [s.send(text) for s in senders]
