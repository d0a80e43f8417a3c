"""
zh: 用换行当边界，内容里有换行就断错地方。
en: A newline marks the end, so a message that holds one is cut in two.
fails: q17-check-1 q17-check-2 q17-hidden-1 q17-hidden-2 q17-hidden-3
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(payload + b"\n")

# %%

def recv_message(sock):
    data = b""
    while (byte := sock.recv(1)) != b"\n":
        if not byte:
            return None
        data += byte
        if len(data) > MAX_MESSAGE:
            raise ValueError("too long")
    return data
