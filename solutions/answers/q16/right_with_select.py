"""
zh: 不阻塞地连，用 `select` 等；端口从监听的套接字问来。
en: It connects without blocking and waits with `select`; the port is that of a listener.
"""

import select


def is_listening(host, port, timeout=0.5):
    with socket.socket() as sock:
        sock.setblocking(False)
        sock.connect_ex((host, port))
        _, ready, failed = select.select([], [sock], [sock], timeout)
        return bool(ready or failed) and sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0


def free_port(host="127.0.0.1"):
    with socket.create_server((host, 0)) as listener:
        return listener.getsockname()[1]


WELL_KNOWN = dict(http=80, https=443, ssh=22, dns=53, mysql=3306, redis=6379)
