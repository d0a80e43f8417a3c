"""
zh: 参数换了名字，按 `name=…, age=…` 调用就失败。
en: The parameters have other names, so that a call with `name=…, age=…` fails.
fails: q07-check-1
"""

import threading


class Singleton:
    instance = None
    lock = threading.Lock()

    def __new__(cls, *args):
        with cls.lock:
            if cls.instance is None:
                cls.instance = super().__new__(cls)
            return cls.instance

    def __init__(self, n, a):
        self.name = n
        self.age = a
