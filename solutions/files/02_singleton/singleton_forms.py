"""Three forms of a singleton in a file of their own, so that other processes can import them too."""

import threading


class ByNew:
    """Kept by `__new__`, which fills the object as well: without `__init__`, nothing is filled twice."""

    _instance = None
    _lock = threading.Lock()

    def __new__(cls):
        with cls._lock:
            if cls._instance is None:
                made = super().__new__(cls)
                made.theme = "light"
                cls._instance = made
            return cls._instance


class OnePerClass(type):
    """A metaclass: calling one of its classes a second time gives the first object, and `__init__` is left alone."""

    _instances = {}
    _lock = threading.RLock()  # re-entrant: a constructor may ask for another singleton

    def __call__(cls, *args, **kwargs):
        with OnePerClass._lock:
            if cls not in OnePerClass._instances:
                OnePerClass._instances[cls] = super().__call__(*args, **kwargs)
            return OnePerClass._instances[cls]


class ByMeta(metaclass=OnePerClass):
    """Kept by its metaclass."""

    def __init__(self, theme="light"):
        self.theme = theme


class ByName(metaclass=OnePerClass):
    """Kept by its metaclass; copy and pickle are told a name instead of the contents."""

    def __init__(self, theme="light"):
        self.theme = theme

    def __reduce__(self):
        return "by_name"


by_new, by_meta, by_name = ByNew(), ByMeta(), ByName()
