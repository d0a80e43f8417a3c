"""
zh: 分成 500 字节的小块各 `send` 一次：小块也可能只收下一部分。
en: It sends blocks of 500 bytes, one `send` for each: of a small block, too, only a part may be taken.
fails: q17-hidden-3
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError
    data = len(payload).to_bytes(4, "big") + payload
    for start in range(0, len(data), 500):
        sock.send(data[start : start + 500])

# %%

def exactly(sock, size):
    data = bytearray()
    while len(data) < size:
        piece = sock.recv(size - len(data))
        if not piece:
            break
        data += piece
    return bytes(data)


def recv_message(sock):
    header = exactly(sock, 4)
    if not header:
        return None
    if len(header) < 4:
        raise ConnectionError
    size = int.from_bytes(header, "big")
    if size > MAX_MESSAGE:
        raise ValueError
    payload = exactly(sock, size)
    if len(payload) < size:
        raise ConnectionError
    return payload
