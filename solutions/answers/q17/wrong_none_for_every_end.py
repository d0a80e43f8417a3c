"""
zh: 消息中间断开也返回 `None`，调用者以为对方说完了。
en: It returns `None` for an end inside a message too, and the caller believes that all was said.
fails: q17-hidden-1
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(struct.pack("!I", len(payload)) + payload)

# %%

def exactly(sock, size):
    data = b""
    while len(data) < size:
        piece = sock.recv(size - len(data))
        if not piece:
            return None
        data += piece
    return data


def recv_message(sock):
    header = exactly(sock, 4)
    if header is None:
        return None
    (size,) = struct.unpack("!I", header)
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    return exactly(sock, size)
