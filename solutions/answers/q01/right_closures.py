"""
zh: 容器只活在闭包里，连下划线的名字都没有。
en: The store lives in a closure, without even an underscored name.
"""

class Channel:
    def __init__(self, owner):
        self.owner = owner

    describe = lambda self: f"{self.owner} via {type(self).__name__}"  # noqa: E731

    def __init_subclass__(cls, prefix=None, **kw):
        super().__init_subclass__(**kw)
        if prefix:
            cls.send = lambda self, text: f"{prefix} to {self.owner}: {text}"


class Email(Channel, prefix="email"):
    pass


class Sms(Channel, prefix="sms"):
    pass


class Inbox:
    def __init__(self, capacity):
        store = []

        def put(text):
            room = len(store) < capacity
            if room:
                store.insert(0, text)
            return room

        def read():
            return store.pop() if store else None

        self.put, self.read, self._length = put, read, store.__len__

    def __len__(self):
        return self._length()


def broadcast(senders, text, heard=None):
    if not senders:
        return heard or []
    first, *rest = senders
    return broadcast(rest, text, [*(heard or []), first.send(text)])
