"""
zh: 连不上的套接字没有关。
en: A socket that does not connect stays open.
fails: q16-check-1 q16-hidden-1
"""

TRIED = []


def is_listening(host, port, timeout=0.5):
    sock = socket.socket()
    TRIED.append(sock)
    sock.settimeout(timeout)
    if sock.connect_ex((host, port)):
        return False
    sock.close()
    return True


def free_port(host="127.0.0.1"):
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
