"""
zh: 只用 `except Exception` 放锁，遇到别的异常锁就没放。
en: It gives the lock back in `except Exception`, and keeps it when another kind comes.
fails: q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        cls.lock.acquire()
        try:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
        except Exception:
            cls.lock.release()
            raise
        cls.lock.release()
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
