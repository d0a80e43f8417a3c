"""
zh: 问过的端口记住了答案，后来有人听了、不听了都不知道。
en: It remembers what it found, and does not notice when a port opens or closes.
fails: q16-hidden-1
"""

from functools import cache


@cache
def is_listening(host, port, timeout=0.5):
    try:
        with socket.create_connection((host, port), timeout):
            return True
    except OSError:
        return False


def free_port(host="127.0.0.1"):
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
