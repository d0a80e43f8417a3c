"""
zh: 参数改了名，用 `host=`、`port=` 调用就出错。
en: The parameters have other names, so a call with `host=` and `port=` fails.
fails: q16-hidden-1
"""

def is_listening(address, number, timeout=0.5):
    try:
        with socket.create_connection((address, number), timeout):
            return True
    except OSError:
        return False


def free_port(host="127.0.0.1"):
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
