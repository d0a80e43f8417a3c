"""
zh: 同一个线程拿了两次 `Lock`，自己等自己，程序停住不动。
en: One thread takes a `Lock` twice and waits for itself: the program stands still.
fails: q07-check-1
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                cls.instance = cls.make()
            return cls.instance

    @classmethod
    def make(cls):
        with cls.lock:
            return super().__new__(cls)

    def __init__(self, name, age):
        self.name = name
        self.age = age
