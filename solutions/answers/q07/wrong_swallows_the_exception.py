"""
zh: 造对象失败时吞掉异常，调用者得到 `None`。
en: It swallows the exception when making fails, and the caller gets `None`.
fails: q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                try:
                    cls.instance = super().__new__(cls)
                except TypeError:
                    return None
            return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
