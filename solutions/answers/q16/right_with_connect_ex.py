"""
zh: 用 `connect_ex`，0 表示成功；端口由 `create_server` 挑。
en: `connect_ex`, where 0 is success; `create_server` picks the port.
"""

def is_listening(host, port, timeout=0.5):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as sock:
        sock.settimeout(timeout)
        return sock.connect_ex((host, port)) == 0


def free_port(host="127.0.0.1"):
    with socket.create_server((host, 0)) as listener:
        host, port = listener.getsockname()
    return port


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
