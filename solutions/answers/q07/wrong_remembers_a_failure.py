"""
zh: 先记下“已经造过”再去造；一旦失败，以后的调用都得到 `None`。
en: It notes "made" before it makes: after one failure every later call gets `None`.
fails: q07-check-1 q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    made = None

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None and cls.made is not cls.lock:
                cls.made = cls.lock
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
