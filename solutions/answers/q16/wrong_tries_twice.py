"""
zh: 没有回答就再试一次，等的时间成了两倍。
en: Where no answer comes it tries again, and takes twice the time.
fails: q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    for _ in range(2):
        try:
            with socket.create_connection((host, port), timeout):
                return True
        except OSError:
            pass
    return False


def free_port(host="127.0.0.1"):
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
