"""
zh: 在锁里看、放开锁以后才造，两步之间别人可以进来。
en: It looks inside the lock and makes the object after it: another thread can come in between.
fails: q07-hidden-1 q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            found = cls.instance
        if found is None:
            found = super().__new__(cls)
            cls.instance = found
        return found

    def __init__(self, name, age):
        self.name = name
        self.age = age
