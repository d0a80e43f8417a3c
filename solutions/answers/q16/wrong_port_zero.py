"""
zh: 返回 0，那不是一个端口，只是“请替我挑”。
en: It returns 0, which is no port but a request to pick one.
fails: q16-check-1 q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    try:
        with socket.create_connection((host, port), timeout):
            return True
    except OSError:
        return False


def free_port(host="127.0.0.1"):
    return 0


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
