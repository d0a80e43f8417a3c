"""
zh: 在主线程里不拿锁。
en: It takes no lock in the main thread.
fails: q07-hidden-1
"""

import threading


class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, name, age):
        if threading.current_thread() is threading.main_thread():
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
