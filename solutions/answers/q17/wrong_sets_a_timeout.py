"""
zh: 给套接字设了半秒的超时：对方多想一会儿，就成了 `TimeoutError`。
en: It gives the socket a timeout of half a second: a peer that thinks for longer is a `TimeoutError`.
fails: q17-check-2 q17-hidden-1
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError
    sock.sendall(len(payload).to_bytes(4, "big") + payload)

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
    sock.settimeout(0.5)
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
