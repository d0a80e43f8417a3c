"""
zh: `MSG_WAITALL` 让内核去凑，短了就说明对方关闭；没有它的系统用循环。
en: `MSG_WAITALL` lets the kernel collect, and less means that the peer closed.
"""

def send_message(sock, payload):
    if MAX_MESSAGE < len(payload):
        raise ValueError("message too long")
    sock.sendall(len(payload).to_bytes(4, "big"))
    sock.sendall(payload)

# %%

def all_of(sock, size):
    data = sock.recv(size, socket.MSG_WAITALL) if size else b""
    while data and len(data) < size:
        more = sock.recv(size - len(data), socket.MSG_WAITALL)
        if not more:
            break
        data += more
    return data


def recv_message(sock):
    header = all_of(sock, 4)
    match len(header):
        case 0:
            return None
        case 4:
            size = int.from_bytes(header, "big")
        case _:
            raise ConnectionError("header cut")
    if size > MAX_MESSAGE:
        raise ValueError("message too long")
    payload = all_of(sock, size)
    if len(payload) != size:
        raise ConnectionError("payload cut")
    return payload
