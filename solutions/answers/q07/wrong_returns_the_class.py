"""
zh: 等锁的线程发现对象已经造好，却返回了类，不是对象。
en: The thread that waited finds the object made, and returns the class in its place.
fails: q07-check-2 q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if cls.instance is None:
            with cls.lock:
                if cls.instance is not None:
                    return cls
                cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
