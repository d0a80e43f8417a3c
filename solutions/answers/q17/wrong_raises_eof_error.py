"""
zh: 半途关闭时抛出 `EOFError`，它不是 `ConnectionError` 的子类。
en: An end inside a message raises `EOFError`, which is no `ConnectionError`.
fails: q17-hidden-1
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(struct.pack("!I", len(payload)) + payload)

# %%

def exactly(sock, size):
    data = b""
    while len(data) < size:
        piece = sock.recv(size - len(data))
        if not piece:
            raise EOFError("closed inside a message")
        data += piece
    return data


def recv_message(sock):
    first = sock.recv(1)
    if not first:
        return None
    (size,) = struct.unpack("!I", first + exactly(sock, 3))
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    return exactly(sock, size)
