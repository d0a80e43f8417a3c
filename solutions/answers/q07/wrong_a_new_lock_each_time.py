"""
zh: 每次调用都新建一把锁，谁也挡不住谁。
en: Each call makes a lock of its own, which keeps nobody out.
fails: q07-check-2 q07-hidden-1 q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with threading.Lock():
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
