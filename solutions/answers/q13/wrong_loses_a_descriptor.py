"""
zh: `detach` 只忘掉套接字，没有关闭它。
en: `detach` forgets the socket and does not close it.
fails: q13-check-1
"""

def tcp_exchange(address, messages):
    sock = socket.create_connection(address)
    for message in messages:
        sock.sendall(message)
    sock.shutdown(socket.SHUT_WR)
    data = b""
    while piece := sock.recv(4096):
        data += piece
    sock.detach()
    return data


def udp_exchange(address, messages, timeout):
    replies = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(timeout)
        for message in messages:
            sock.sendto(message, address)
        while len(replies) < len(messages):
            try:
                replies.append(sock.recvfrom(65535)[0])
            except OSError:
                break
    return replies


PROTOCOL_FOR = dict(zip(USES, ["TCP", "UDP"] * 3, strict=True))
