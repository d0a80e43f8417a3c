"""
zh: 用了 `Semaphore(2)`：两个线程可以同时进去。
en: A `Semaphore(2)`: two threads are let in at once.
fails: q07-check-1
"""

class Singleton:
    instance = None
    lock = threading.Semaphore(2)

    def __new__(cls, name, age):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, name, age):
        self.name = name
        self.age = age
