"""
zh: 抽象基类声明 `send`，插槽和双下划线藏起数据。
en: An abstract base declares `send`; slots and two underscores hide the data.
"""

from abc import ABC, abstractmethod


class Describable(ABC):
    @abstractmethod
    def describe(self): ...


class Channel(Describable):
    __slots__ = ("_owner",)
    prefix = ""

    def __init__(self, owner):
        self._owner = owner

    def describe(self):
        return f"{self._owner} via {type(self).__qualname__.rpartition('.')[2]}"

    @abstractmethod
    def send(self, text):
        return f"{self.prefix} to {self._owner}: {text}"


class Email(Channel):
    __slots__ = ()
    prefix = "email"

    def send(self, text):
        return super().send(text)


class Sms(Channel):
    __slots__ = ()
    prefix = "sms"

    def send(self, text):
        return super().send(text)


class Inbox:
    __slots__ = ("__capacity", "__store", "__weakref__")

    def __init__(self, capacity):
        self.__capacity = capacity
        self.__store = {}

    def __len__(self):
        return len(self.__store)

    def put(self, text):
        if self.__capacity <= len(self.__store):
            return False
        self.__store[max(self.__store, default=0) + 1] = text
        return True

    def read(self):
        for number in self.__store:
            return self.__store.pop(number)


def broadcast(senders, text):
    heard = []
    for sender in senders:
        heard.append(sender.send(text=text))
    return heard
