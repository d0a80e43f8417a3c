"""
zh: 先造一个备用的，在锁里看，已经有了就扔掉备用的。
en: It makes a spare object first and throws it away if, inside the lock, there is one already.
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        spare = super().__new__(cls)
        with cls.lock:
            if cls.instance is None:
                cls.instance = spare
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
