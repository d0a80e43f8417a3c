"""
zh: 用“绑不上”判断有人在听，占着不听的也算了进去。
en: It takes “cannot be bound” for “somebody listens”.
fails: q16-check-1 q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    with socket.socket() as sock:
        try:
            sock.bind((host, port))
            return False
        except OSError:
            return True


def free_port(host="127.0.0.1"):
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
