"""
zh: `MSG_WAITALL` 让内核去凑，短了就说明对方关闭，不需要循环。
en: `MSG_WAITALL` lets the kernel collect; less means that the peer closed, and there is no loop.
"""

def send_message(sock, payload):
    if MAX_MESSAGE < len(payload):
        raise ValueError("message too long")
    sock.sendall(len(payload).to_bytes(4, "big"))
    sock.sendall(payload)

# %%

def all_of(sock, size):
    return sock.recv(size, socket.MSG_WAITALL)


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
