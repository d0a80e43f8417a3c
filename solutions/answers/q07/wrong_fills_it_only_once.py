"""
zh: 属性只在造对象时填，以后的调用改不了。
en: The attributes are set when the object is made and never again.
fails: q07-check-1 q07-check-2 q07-hidden-1
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
                cls.instance.name = name
                cls.instance.age = age
            return cls.instance
