"""
zh: 从 20000 起逐个去绑定，绑得上才算空着；连接用非阻塞加 `select`。
en: Binds one port after the other from 20000; connects without blocking and waits in `select`.
"""

import errno
import select
from contextlib import closing


def is_listening(host, port, timeout=0.5):
    with closing(socket.socket()) as sock:
        sock.setblocking(False)
        if sock.connect_ex((host, port)) == 0:
            return True
        _, ready, _ = select.select([], [sock], [sock], timeout)
        return bool(ready) and sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) == 0


def free_port(host="127.0.0.1"):
    for port in range(20000, 65536):
        with closing(socket.socket()) as sock:
            try:
                sock.bind((host, port))
            except OSError as error:
                if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                    raise
            else:
                return port


WELL_KNOWN = dict(http=80, https=443, ssh=22, dns=53, mysql=3306, redis=6379)
