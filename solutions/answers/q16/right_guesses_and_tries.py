"""
zh: 随机猜，绑得上才算；绑不上就再猜。
en: Guesses, but tries to bind, and guesses again where that fails.
"""

def connects(host, port, timeout):
    sock = socket.socket()
    sock.settimeout(timeout)
    try:
        sock.connect((host, port))
    except OSError:
        return None
    finally:
        sock.close()
    return port


is_listening = lambda host, port, timeout=0.5: connects(host, port, timeout) is not None  # noqa: E731 - a style to accept


def free_port(host="127.0.0.1"):
    while True:
        port = random.randrange(20000, 60000)
        with socket.socket() as sock:
            try:
                sock.bind((host, port))
                return port
            except OSError:
                pass


class WELL_KNOWN(dict):
    pass


WELL_KNOWN = WELL_KNOWN({"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379})
