"""
zh: 长度只到了一部分就断开，也当作正常结束。
en: An end inside the length is taken for an orderly one.
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
            raise ConnectionError("closed inside a message")
        data += piece
    return data


def recv_message(sock):
    try:
        header = exactly(sock, 4)
    except ConnectionError:
        return None
    (size,) = struct.unpack("!I", header)
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    return exactly(sock, size)
