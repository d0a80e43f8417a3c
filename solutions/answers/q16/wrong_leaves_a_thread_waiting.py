"""
zh: 到点就返回，可是另一个线程还在连。
en: It returns in time, but a thread of its own goes on connecting.
fails: q16-hidden-1
"""

def is_listening(host, port, timeout=0.5):
    found = []

    def connect():
        try:
            socket.create_connection((host, port)).close()
            found.append(True)
        except OSError:
            pass

    thread = threading.Thread(target=connect, daemon=True)
    thread.start()
    thread.join(timeout)
    return bool(found)


def free_port(host="127.0.0.1"):
    with socket.socket() as sock:
        sock.bind((host, 0))
        return sock.getsockname()[1]


WELL_KNOWN = {"http": 80, "https": 443, "ssh": 22, "dns": 53, "mysql": 3306, "redis": 6379}
