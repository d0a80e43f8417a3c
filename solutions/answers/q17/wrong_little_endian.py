"""
zh: 长度用了本机的小端次序，两边都用它就看不出来，和别人对话才会出错。
en: The length is little-endian: two programs of yours agree, anybody else's does not.
fails: q17-check-1 q17-check-2 q17-hidden-1 q17-hidden-2 q17-hidden-3
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(struct.pack("<I", len(payload)) + payload)

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
    (size,) = struct.unpack("<I", first + exactly(sock, 3))
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    return exactly(sock, size)
