"""
zh: 造对象时抛出异常，`release` 被跳过，锁再也拿不到。
en: When making the object raises, `release` is skipped and nobody gets the lock again.
fails: q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        cls.lock.acquire()
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        made = cls.instance
        cls.lock.release()
        return made

    def __init__(self, name, age):
        self.name = name
        self.age = age
