"""
zh: 对方关闭后 `recv` 一直得到 b''，循环永远不停。
en: After the peer has closed `recv` gives b'' for ever, and so the loop never ends.
fails: q17-check-1 q17-check-2 q17-hidden-1
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    sock.sendall(struct.pack("!I", len(payload)) + payload)

# %%

def recv_message(sock):
    header = b""
    while len(header) < 4:
        header += sock.recv(4 - len(header))
    (size,) = struct.unpack("!I", header)
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    payload = b""
    while len(payload) < size:
        payload += sock.recv(size - len(payload))
    return payload
