"""
zh: 根本没有拿锁，两个线程可以各造一个。
en: It never takes the lock: two threads can make an object each.
fails: q07-check-2 q07-hidden-1 q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
