"""
zh: 不给 `timeout` 时等的是一秒，不是半秒。
en: Without `timeout` it waits a second, not half of one.
fails: q16-hidden-1
"""

def is_listening(host, port, timeout=1):
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
