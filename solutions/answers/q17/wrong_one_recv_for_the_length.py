"""
zh: 长度只用一次 `recv(4)` 读，一个字节一个字节来的时候就不够 4 个。
en: The length is read by a single `recv(4)`, which may give fewer than four bytes.
fails: q17-check-2
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
    header = sock.recv(4)
    if not header:
        return None
    if len(header) < 4:
        raise ConnectionError("closed inside a length")
    (size,) = struct.unpack("!I", header)
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    return exactly(sock, size)
