"""
zh: 把缓冲区里的一切当成一条消息，多读的就丢了。
en: It takes everything in the buffer for one message, and loses what was read too many.
fails: q17-check-1 q17-check-2 q17-hidden-1 q17-hidden-2
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(struct.pack("!I", len(payload)) + payload)

# %%

def recv_message(sock):
    data = sock.recv(65536)
    if not data:
        return None
    (size,) = struct.unpack("!I", data[:4])
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    return data[4:4 + size]
