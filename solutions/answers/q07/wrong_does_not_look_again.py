"""
zh: 只在锁外看了一眼，拿到锁就造，等锁期间造好的对象被盖掉。
en: It looks before the lock only, and makes an object as soon as it has it: the one made meanwhile is overwritten.
fails: q07-check-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if cls.instance is None:
            with cls.lock:
                cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
