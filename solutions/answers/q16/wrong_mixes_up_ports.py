"""
zh: 记混了：ssh 写成 23，mysql 写成 1433。
en: Mixed up: ssh as 23, mysql as 1433.
fails: q16-check-1
"""

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


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 23, "dns": 53, "mysql": 1433, "redis": 6379}
