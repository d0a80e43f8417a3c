"""
zh: 先在锁里看，放开，造好之后再拿锁，没有才登记。
en: It looks inside the lock, lets go, makes one, and takes the lock again to keep it if there still is none.
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with Singleton.lock:
            missing = cls.instance is None
        if missing:
            spare = super().__new__(cls)
            with cls.lock:
                if cls.instance is None:
                    cls.instance = spare
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
