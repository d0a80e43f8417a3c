"""
zh: 里面用 `queue.Queue`，再交出一份副本供人看，另有自己的 `clear`。
en: A `queue.Queue` inside, a copy to look at, and a `clear` of its own.
"""

import queue
import threading


class Named:
    def __init__(self, owner):
        self.owner = owner


class Channel(Named):
    def describe(self):
        return " via ".join((self.owner, type(self).__name__))


class Email(Channel):
    def send(self, text):
        return f"email to {self.owner}: {text}"


class Sms(Channel):
    def send(self, text):
        return f"sms to {self.owner}: {text}"


class Inbox:
    def __init__(self, capacity):
        self.capacity = capacity
        self.lock = threading.RLock()
        self.__queue = queue.Queue()

    def __len__(self):
        return self.__queue.qsize()

    def __bool__(self):
        return True

    @property
    def messages(self):
        return list(self.__queue.queue)

    def clear(self):
        while self.read() is not None:
            pass

    def put(self, text):
        with self.lock:
            if len(self) == self.capacity:
                return False
            self.__queue.put(text)
            return True

    append = put

    def read(self):
        with self.lock:
            try:
                return self.__queue.get(block=False)
            except queue.Empty:
                return None


def broadcast(senders, text):
    return [getattr(sender, "send")(text) for sender in senders]  # noqa: B009
