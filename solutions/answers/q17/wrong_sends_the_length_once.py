"""
zh: 内容用 `sendall`，长度却只 `send` 一次：四个字节也可能只收下一部分。
en: The payload goes out with `sendall`, the length with a single `send`: of four bytes, too, only a part may be taken.
fails: q17-hidden-3
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError
    sock.send(struct.pack("!I", len(payload)))
    sock.sendall(payload)

# %%

def exactly(sock, size):
    data = b""
    while len(data) < size:
        piece = sock.recv(size - len(data))
        if not piece:
            break
        data += piece
    return data


def recv_message(sock):
    header = exactly(sock, 4)
    if not header:
        return None
    if len(header) < 4:
        raise ConnectionError
    [size] = struct.unpack("!I", header)
    if size > MAX_MESSAGE:
        raise ValueError
    payload = exactly(sock, size)
    if len(payload) < size:
        raise ConnectionError
    return payload
