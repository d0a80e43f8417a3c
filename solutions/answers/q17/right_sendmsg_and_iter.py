"""
zh: 发送用 `sendmsg`，不拼接；接收用 `iter` 反复要还缺的部分。
en: Sends with `sendmsg`, joining nothing; receives with `iter`, asking for what is lacking.
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError
    rest = [memoryview(struct.pack("!I", len(payload))), memoryview(payload)]
    if not hasattr(sock, "sendmsg"):
        return sock.sendall(b"".join(rest))
    while rest:
        done = sock.sendmsg(rest)
        while rest and done >= len(rest[0]):
            done -= len(rest.pop(0))
        if rest:
            rest[0] = rest[0][done:]

# %%

def recv_message(sock):
    def complete(size):
        data = bytearray()
        for piece in iter(lambda: sock.recv(size - len(data)) if len(data) < size else b"", b""):  # noqa: B023 - called at once
            data += piece
        return data

    header = complete(4)
    if header == b"":
        return None
    if len(header) != 4:
        raise ConnectionError
    size = int.from_bytes(header, "big")
    if size not in range(MAX_MESSAGE + 1):
        raise ValueError
    payload = complete(size)
    if len(payload) != size:
        raise ConnectionError
    return bytes(payload)
