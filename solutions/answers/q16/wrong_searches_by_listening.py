"""
zh: 从固定的号开始找没人在听的端口，占着不听的也当成空的。
en: It searches for a port nobody listens on; one that is held only counts as free.
fails: q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    try:
        with socket.create_connection((host, port), timeout):
            return True
    except OSError:
        return False


def free_port(host="127.0.0.1"):
    return next(port for port in range(49200, 65536) if not is_listening(host, port))


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
