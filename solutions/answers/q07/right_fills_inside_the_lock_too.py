"""
zh: 填属性时也拿锁，`name` 和 `age` 总是同一次调用的。
en: It takes the lock for the attributes too, so that name and age belong to one call.
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name, age):
        with self.lock:
            self.name, self.age = name, age
