"""
zh: 随机猜一个，不看是否空着。
en: It guesses at random and does not look.
fails: q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    try:
        with socket.create_connection((host, port), timeout):
            return True
    except OSError:
        return False


def free_port(host="127.0.0.1"):
    return random.randint(49152, 65535)


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
