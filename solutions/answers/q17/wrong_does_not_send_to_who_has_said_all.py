"""
zh: 发送之前先看一眼，对方半关闭了就当作断线。
en: It peeks before it sends, and takes a peer that has half-closed for one that is gone.
fails: q17-hidden-1
"""

import select


def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError
    if select.select([sock], [], [], 0)[0] and not sock.recv(1, socket.MSG_PEEK):
        raise ConnectionError
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
