"""
zh: 没拿到锁就继续往下走，对象还没造好，得到 `None`。
en: It goes on without the lock when another has it, and gets `None`.
fails: q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if cls.instance is None and cls.lock.acquire(blocking=False):
            try:
                if cls.instance is None:
                    cls.instance = super().__new__(cls)
            finally:
                cls.lock.release()
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
