"""
zh: 参数不够的调用把已有的对象丢掉了。
en: A call with too few arguments throws away the object that is there.
fails: q07-hidden-3
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, *args, **named):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name=None, age=TypeError):
        if age is TypeError:
            type(self).instance = None
            raise TypeError("name and age, please")
        self.name, self.age = name, age
