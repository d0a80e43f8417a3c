"""
zh: 发送失败时悄悄返回。
en: When sending fails it returns in silence.
fails: q17-hidden-3
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    try:
        sock.sendall(struct.pack("!I", len(payload)) + payload)
    except OSError:
        return False
    return True

# %%

def exactly(sock, size):
    data = b""
    while len(data) < size:
        piece = sock.recv(size - len(data))
        if not piece:
            raise ConnectionError("closed inside a message")
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
