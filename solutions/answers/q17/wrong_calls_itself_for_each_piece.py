"""
zh: 每收到一块就递归一层：一个字节一个字节地来，一条长消息就超出递归的限制。
en: One level of recursion for each piece: when a long message comes byte by byte it is a `RecursionError`.
fails: q17-check-2
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError
    sock.sendall(len(payload).to_bytes(4, "big") + payload)

# %%

def exactly(sock, size):
    piece = sock.recv(size) if size else b""
    if not piece:
        return b""
    return piece + exactly(sock, size - len(piece))


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
