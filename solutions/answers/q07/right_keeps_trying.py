"""
zh: 反复试着拿锁，拿不到就再看一眼。
en: It keeps trying for the lock, and looks again whenever it did not get it.
"""

import time


class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        while cls.instance is None:
            if cls.lock.acquire(blocking=False):
                try:
                    if cls.instance is None:
                        cls.instance = super().__new__(cls)
                finally:
                    cls.lock.release()
            else:
                time.sleep(0.001)
        return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
