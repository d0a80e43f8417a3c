"""
zh: 一段比缓冲区短，就当作结束了。
en: A piece shorter than the buffer is taken for the end.
fails: q13-check-1 q13-hidden-1
"""

def tcp_exchange(address, messages):
    with socket.create_connection(address) as sock:
        for message in messages:
            sock.sendall(message)
        sock.shutdown(socket.SHUT_WR)
        data = b""
        while piece := sock.recv(4096):
            data += piece
            if len(piece) < 4096:
                break
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
