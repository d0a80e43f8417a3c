"""
zh: `return` 只写在造对象的分支里，等锁的线程得到 `None`。
en: The `return` stands in the branch that makes the object: a thread that waited gets `None`.
fails: q07-check-2 q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if cls.instance is not None:
            return cls.instance
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
                return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
