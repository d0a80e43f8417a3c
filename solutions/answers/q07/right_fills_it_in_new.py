"""
zh: 没有 `__init__`：`__new__` 每次都在锁里填好属性。
en: No `__init__` of its own: `__new__` fills the attributes, inside the lock, at each call.
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            cls.instance.name, cls.instance.age = name, age
            return cls.instance
