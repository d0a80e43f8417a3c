"""
zh: 先把内容读完才看是不是太长。
en: It reads the contents first and then finds them too long.
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
    payload = exactly(sock, size)
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    return payload
