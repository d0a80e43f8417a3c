"""
zh: 谁说多长就收多长，4 GiB 的谎言也照等不误。
en: It believes any length, and would wait for a lie of 4 GiB.
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
    return exactly(sock, size)
