"""
zh: 发送时把套接字设成不阻塞，没有改回来：下一次接收就等不到消息。
en: It makes the socket non-blocking to send, and leaves it so: the next message cannot be waited for.
fails: q17-hidden-1
"""

import select


def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError
    data = len(payload).to_bytes(4, "big") + payload
    sock.setblocking(False)
    while data:
        select.select([], [sock], [])
        data = data[sock.send(data):]

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
