"""
zh: `recv_into` 直接写进预先备好的缓冲区，不反复拼接。
en: `recv_into` writes into a buffer made beforehand; nothing is joined.
"""

def send_message(sock, payload):
    size = len(payload)
    if size > MAX_MESSAGE:
        raise ValueError(f"{size} > {MAX_MESSAGE}")
    view = memoryview(struct.pack(">I", size) + bytes(payload))
    while view:
        view = view[sock.send(view):]

# %%

def fill(sock, size):
    buffer = bytearray(size)
    view, done = memoryview(buffer), 0
    while done < size:
        count = sock.recv_into(view[done:])
        if count == 0:
            return buffer, done
        done += count
    return buffer, done


def recv_message(sock):
    header, done = fill(sock, 4)
    if done == 0:
        return None
    if done != 4:
        raise ConnectionResetError("cut inside the header")
    size = struct.unpack_from(">I", header)[0]
    if size > MAX_MESSAGE:
        raise ValueError("too much")
    payload, done = fill(sock, size)
    if done != size:
        raise ConnectionResetError("cut inside the payload")
    return bytes(payload)
