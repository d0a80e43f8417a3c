"""
zh: 对象还另存在 `_one` 里：把 `instance` 设回 `None`，得到的仍是从前那个。
en: The object is kept in `_one` too: with `instance` set back to `None` the one of before comes again.
fails: q07-check-1 q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    _one = None

    def __new__(cls, name, age):
        with cls.lock:
            if cls._one is None:
                cls._one = super().__new__(cls)
            cls.instance = cls._one
            return cls._one

    def __init__(self, name, age):
        self.name = name
        self.age = age
