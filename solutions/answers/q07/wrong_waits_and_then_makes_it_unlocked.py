"""
zh: 拿到锁就放开，然后才看、才造。
en: It takes the lock and gives it back, and only then looks and makes.
fails: q07-hidden-1
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            pass
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
