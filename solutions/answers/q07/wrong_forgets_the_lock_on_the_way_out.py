"""
zh: 发现对象已经造好就提前 `return`，锁没有放开，后面的线程永远等下去。
en: It returns early when the object is there and keeps the lock; whoever comes next waits for ever.
fails: q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if cls.instance is None:
            cls.lock.acquire()
            if cls.instance is not None:
                return cls.instance
            try:
                cls.instance = super().__new__(cls)
            finally:
                cls.lock.release()
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
