"""
zh: 剩下的只补发一次，再剩就丢了。
en: What is left is sent once more, and what is left then is lost.
fails: q17-hidden-3
"""

def send_message(sock, payload):
    if len(payload) > MAX_MESSAGE:
        raise ValueError("too long")
    data = struct.pack("!I", len(payload)) + payload
    done = sock.send(data)
    if done < len(data):
        sock.send(data[done:])

# %%

def exactly(sock, size):
    data = b""
    while len(data) < size:
        piece = sock.recv(size - len(data))
        if not piece:
            raise ConnectionError("closed inside a message")
        data += piece
    return data


def recv_message(sock):
    first = sock.recv(1)
    if not first:
        return None
    (size,) = struct.unpack("!I", first + exactly(sock, 3))
    if size > MAX_MESSAGE:
        raise ValueError("too long")
    return exactly(sock, size)
