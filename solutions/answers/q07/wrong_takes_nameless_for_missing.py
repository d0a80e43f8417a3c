"""
zh: 拿到锁后看的是有没有 `name`，还没填属性的对象被换掉了。
en: With the lock in hand it looks for a `name`, and replaces an object that has not been filled yet.
fails: q07-check-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if cls.instance is None:
            with cls.lock:
                if not hasattr(cls.instance, "name"):
                    cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
