"""
zh: 每次只要一个字节：慢，但是对。
en: It asks for one byte at a time: slow, but right.
"""

class Sender:
    def __call__(self, sock, payload):
        if len(payload) > MAX_MESSAGE:
            raise ValueError
        sock.sendall(struct.pack(">BBBB", *len(payload).to_bytes(4, "big")))
        for start in range(0, len(payload), 5000):
            sock.sendall(payload[start:start + 5000])


send_message = Sender()

# %%

def recv_message(sock):
    size = 0
    for place in range(4):
        byte = sock.recv(1)
        if not byte and place == 0:
            return None
        if not byte:
            raise ConnectionError("short header")
        size = size << 8 | byte[0]
    if size > 1 << 20:
        raise ValueError("refused")
    payload = bytearray()
    for _ in range(size):
        byte = sock.recv(1)
        if not byte:
            raise ConnectionError("short payload")
        payload += byte
    return bytes(payload)
