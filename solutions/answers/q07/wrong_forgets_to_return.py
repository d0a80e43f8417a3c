"""
zh: `__new__` 没有返回对象，`Singleton(…)` 得到 `None`。
en: `__new__` returns nothing: `Singleton(…)` is `None`.
fails: q07-check-1 q07-check-2 q07-hidden-1 q07-hidden-2 q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)

    def __init__(self, name, age):
        self.name = name
        self.age = age
