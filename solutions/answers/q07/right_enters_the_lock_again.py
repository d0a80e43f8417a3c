"""
zh: `RLock`：持锁的线程在辅助方法里又拿了一次。
en: An `RLock`, which a helper method takes once more while it is held.
"""

class Singleton:
    instance = None
    lock = threading.RLock()

    def __new__(cls, name, age):
        with cls.lock:
            return cls.existing() or cls.make()

    @classmethod
    def existing(cls):
        with cls.lock:
            return cls.instance

    @classmethod
    def make(cls):
        with cls.lock:
            cls.instance = object.__new__(cls)
            return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
