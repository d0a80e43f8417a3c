"""
zh: 锁在定义类时就取好了，没有每次去看 `Singleton.lock`。
en: The lock is fetched once, when the class is defined, and `Singleton.lock` is never looked at again.
fails: q07-check-2 q07-hidden-1 q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age, *, lock=lock):
        with lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
