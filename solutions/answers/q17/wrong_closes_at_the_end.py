"""
zh: 对方说完了就关掉套接字：对方还在收，却再也发不出去。
en: When the peer has said all it closes the socket, though the peer still listens: nothing can be sent any more.
fails: q17-hidden-1
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
    header = exactly(sock, 4)
    if not header:
        sock.close()
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
