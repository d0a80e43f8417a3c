"""
zh: 双重检查：锁外看一眼，锁内再看一次。
en: Double-checked locking: a look outside the lock and another inside.
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if Singleton.instance is None:
            with cls.lock:
                if cls.instance is None:
                    cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
