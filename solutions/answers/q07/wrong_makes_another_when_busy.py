"""
zh: 锁被拿着时不等，另造一个对象。
en: While the lock is held it does not wait but makes an object of its own.
fails: q07-hidden-2
"""

import threading


class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if cls.instance is None and not getattr(cls.lock, "locked", lambda: False)():
            with cls.lock:
                if cls.instance is None:
                    cls.instance = super().__new__(cls)
        return cls.instance or super().__new__(cls)

    def __init__(self, name, age):
        self.name = name
        self.age = age
