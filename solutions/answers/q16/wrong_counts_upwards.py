"""
zh: 从一个号开始，每次加一，从不去绑定。
en: It counts upwards from some number and never binds any.
fails: q16-hidden-1
"""

from itertools import count

PORTS = count(50321)


def is_listening(host, port, timeout=0.5):
    try:
        with socket.create_connection((host, port), timeout):
            return True
    except OSError:
        return False


def free_port(host="127.0.0.1"):
    return next(PORTS)


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
