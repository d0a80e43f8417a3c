"""
zh: 元类的 `__call__` 把造和填都放进锁里；锁是 `RLock`。
en: The `__call__` of a metaclass does the making and the filling inside the lock, an `RLock`.
"""

class Locked(type):
    def __call__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__call__(name, age)
            else:
                cls.instance.__init__(name, age)
            return cls.instance


class Singleton(metaclass=Locked):
    instance = None
    lock = threading.RLock()

    def __init__(self, name, age):
        self.name = name
        self.age = age
