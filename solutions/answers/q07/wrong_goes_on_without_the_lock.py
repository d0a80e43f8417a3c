"""
zh: 限时等锁，没等到也照样往下造。
en: It waits for the lock for a while, and makes the object even if it did not get it.
fails: q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        got = cls.lock.acquire(timeout=1)
        try:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance
        finally:
            if got:
                cls.lock.release()

    def __init__(self, name, age):
        self.name = name
        self.age = age
