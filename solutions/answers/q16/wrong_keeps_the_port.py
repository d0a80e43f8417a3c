"""
zh: 返回端口时套接字还占着它。
en: The socket still holds the port when it is returned.
fails: q16-check-1 q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    try:
        with socket.create_connection((host, port), timeout):
            return True
    except OSError:
        return False


KEPT = []


def free_port(host="127.0.0.1"):
    KEPT.append(socket.create_server((host, 0)))
    return KEPT[-1].getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
