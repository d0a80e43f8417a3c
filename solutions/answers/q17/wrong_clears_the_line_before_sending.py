"""
zh: 发送之前先把收到的字节读空：还没读的消息就丢了。
en: Before it sends it empties what has come in, and messages not yet read are lost.
fails: q17-hidden-1
"""

import select


def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError
    while select.select([sock], [], [], 0)[0] and sock.recv(65536):
        pass
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
