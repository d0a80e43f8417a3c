"""
zh: 第一块内容取走以后才看长度，拒绝得太晚。
en: It looks at the length only after a first piece of the contents was taken.
fails: q17-hidden-2
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
            raise ConnectionError("closed inside a message")
        data += piece
    return data


def recv_message(sock):
    first = sock.recv(1)
    if not first:
        return None
    (size,) = struct.unpack("!I", first + exactly(sock, 3))
    payload = b""
    while len(payload) < size:
        piece = sock.recv(min(4096, size - len(payload)))
        if size > MAX_MESSAGE:
            raise ValueError("too long")
        if not piece:
            raise ConnectionError("closed")
        payload += piece
    return payload
