"""
zh: 对象记在 `_made` 里，`instance` 一直是 `None`，从头再来也不灵。
en: The object is kept in `_made`; `instance` stays `None`, and setting it has no effect.
fails: q07-check-1 q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    _made = None

    def __new__(cls, name, age):
        with cls.lock:
            if cls._made is None:
                cls._made = super().__new__(cls)
            return cls._made

    def __init__(self, name, age):
        self.name = name
        self.age = age
