"""
zh: 对方在内容中间关闭时，把已经收到的半条当作整条交出去。
en: When the peer closes inside the contents, the half that came is handed out as a whole.
fails: q17-hidden-1
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(struct.pack("!I", len(payload)) + payload)

# %%

def up_to(sock, size):
    data = b""
    while len(data) < size and (piece := sock.recv(size - len(data))):
        data += piece
    return data


def recv_message(sock):
    header = up_to(sock, 4)
    if not header:
        return None
    if len(header) < 4:
        raise ConnectionError("closed inside a length")
    (size,) = struct.unpack("!I", header)
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    return up_to(sock, size)
