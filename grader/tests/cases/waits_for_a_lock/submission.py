# %% q91-answer
import threading

lock = threading.Lock()


def double(items):
    with lock, lock:
        return items
