"""
zh: 只限制对方说的，自己发多长都行。
en: It bounds what the peer says, and sends messages of any length.
fails: q17-hidden-2
"""

def send_message(sock, payload):
    if len(payload) >= 2**32:
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
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    return exactly(sock, size)
