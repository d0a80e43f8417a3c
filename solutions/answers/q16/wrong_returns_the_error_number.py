"""
zh: 返回 `connect_ex` 的错误号，0 反而表示成功。
en: It returns the error number of `connect_ex`, where 0 means success.
fails: q16-check-1 q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    with socket.socket() as sock:
        sock.settimeout(timeout)
        return sock.connect_ex((host, port))


def free_port(host="127.0.0.1"):
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
