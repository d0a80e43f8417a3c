"""
zh: 用完不关，套接字一直开着。
en: It never closes its connection.
fails: q13-check-1
"""

KEPT = []


def tcp_exchange(address, messages):
    sock = socket.create_connection(address)
    KEPT.append(sock)
    for message in messages:
        sock.sendall(message)
    sock.shutdown(socket.SHUT_WR)
    data = b""
    while piece := sock.recv(4096):
        data += piece
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
