"""
zh: 再短的时限也要等上一秒。
en: However short the limit, it waits at least a second.
fails: q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    try:
        with socket.create_connection((host, port), max(1, timeout)):
            return True
    except OSError:
        return False


def free_port(host="127.0.0.1"):
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
