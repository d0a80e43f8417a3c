"""
zh: 先发长度再检查，拒绝时对方已经在等 100 万字节了。
en: The length goes out before the check: after the refusal the peer waits for a million bytes.
fails: q17-hidden-2
"""

def send_message(sock, payload):
    sock.sendall(struct.pack("!I", len(payload)))
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(payload)

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
