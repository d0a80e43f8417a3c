"""
zh: 空的参数不填，属性还是上一次调用的。
en: An empty argument is not filled in, and the attributes are those of an earlier call.
fails: q07-check-1
"""

class Singleton:
    instance = None
    name = age = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name, age):
        self.name = name or self.name
        self.age = age or self.age
