"""
zh: 存进了有 `maxlen` 的 deque，又公开了它的 `append`：装满后再加，最旧的一条就没了。
en: A deque with `maxlen` whose `append` is public: adding to a full inbox drops the oldest message.
fails: q01-hidden-1
"""

from collections import deque


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


# %%
class Inbox:
    def __init__(self, capacity):
        self._kept = deque(maxlen=capacity)
        self.add = self._kept.append

    def __len__(self):
        return len(self._kept)

    def put(self, text):
        if len(self) == self._kept.maxlen:
            return False
        self.add(text)
        return True

    def read(self):
        return self._kept.popleft() if self._kept else None


# %%
def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
