"""
zh: 不用 `with`，用 `acquire` 和 `try … finally`。
en: `acquire` with `try … finally` in place of `with`.
"""

class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, *args, **kwargs):
        cls.lock.acquire()
        try:
            if not cls.instance:
                Singleton.instance = object.__new__(cls)
            return Singleton.instance
        finally:
            cls.lock.release()

    def __init__(self, name, age):
        self.name = name
        self.age = age
