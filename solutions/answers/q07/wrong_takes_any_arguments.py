"""
zh: `name` 和 `age` 有了默认值，少给参数也不报错。
en: `name` and `age` have defaults, so that a call with too few arguments succeeds.
fails: q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name=None, age=None):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name=None, age=None):
        self.name = name
        self.age = age
