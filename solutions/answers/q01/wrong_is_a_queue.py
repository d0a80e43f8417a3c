"""
zh: 继承 `queue.Queue`，它的容器在公开的 `queue` 里，最大容量 0 又表示不限。
en: It inherits from `queue.Queue`, whose store is public as `queue` and for which 0 means no limit.
fails: q01-check-2 q01-hidden-1
"""

import queue


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


class Inbox(queue.Queue):
    def __len__(self):
        return self.qsize()

    def put(self, text):
        try:
            super().put(text, block=False)
        except queue.Full:
            return False
        return True

    def read(self):
        try:
            return self.get_nowait()
        except queue.Empty:
            return None


def broadcast(senders, text):
    return [sender.send(text) for sender in senders]
