"""
zh: 先造对象再拿锁登记，后登记的盖掉先登记的。
en: It makes the object first and takes the lock only to keep it, over whatever is there.
fails: q07-check-2 q07-hidden-2
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if cls.instance is None:
            made = super().__new__(cls)
            with cls.lock:
                cls.instance = made
            return made
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
