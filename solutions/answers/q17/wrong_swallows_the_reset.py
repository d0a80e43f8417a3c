"""
zh: 把 `recv` 的异常都当成结束，重置就没人知道了。
en: Every exception of `recv` is taken for an end, and nobody learns of a reset.
fails: q17-hidden-1
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(struct.pack("!I", len(payload)) + payload)

# %%

def up_to(sock, size):
    data = b""
    while len(data) < size:
        try:
            piece = sock.recv(size - len(data))
        except OSError:
            break
        if not piece:
            break
        data += piece
    return data


def recv_message(sock):
    header = up_to(sock, 4)
    if not header:
        return None
    if len(header) < 4:
        raise ConnectionError("cut off")
    (size,) = struct.unpack("!I", header)
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    data = up_to(sock, size)
    if len(data) < size:
        raise ConnectionError("cut off")
    return data
