"""
zh: `__new__` 拿锁，`__init__` 才放开；参数不够或造不出对象时，`__init__` 不运行，锁就留着。
en: `__new__` takes the lock and `__init__` gives it back; when a call fails in between, the lock is kept.
fails: q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, *args, **named):
        cls.lock.acquire()
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
        self.lock.release()
