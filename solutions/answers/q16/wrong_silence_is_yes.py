"""
zh: 没有拒绝就算有人在听，超时也当作是。
en: Anything but a refusal counts as listening, silence too.
fails: q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    try:
        socket.create_connection((host, port), timeout).close()
    except ConnectionRefusedError:
        return False
    except TimeoutError:
        return True
    return True


def free_port(host="127.0.0.1"):
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
