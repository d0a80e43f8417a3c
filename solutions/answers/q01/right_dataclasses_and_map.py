"""
zh: 数据类，元组整个替换，`map`。
en: Dataclasses, a tuple that is replaced, `map`.
"""

from dataclasses import dataclass, field
from operator import methodcaller


@dataclass(frozen=True)
class Channel:
    owner: str

    def describe(self):
        return "%s via %s" % (self.owner, self.__class__.__name__)  # noqa: UP031


class Email(Channel):
    def send(self, text):
        return "email to " + self.owner + ": " + text


class Sms(Channel):
    def send(self, text):
        return "sms to " + self.owner + ": " + text


@dataclass(eq=False)
class Inbox:
    capacity: int
    _kept: tuple = field(default=(), init=False, repr=False)

    def __len__(self):
        return len(self._kept)

    @property
    def full(self):
        return len(self) >= self.capacity

    def put(self, text):
        accepted = not self.full
        if accepted:
            self._kept = (*self._kept, text)
        return accepted

    def read(self):
        if not self._kept:
            return None
        oldest, *rest = self._kept
        self._kept = tuple(rest)
        return oldest


def broadcast(senders, text):
    return list(map(methodcaller("send", text), senders))
