"""
zh: 先解码再编码，不是文字的字节丢了。
en: Messages are decoded and encoded again, and bytes that are no text get lost.
fails: q13-hidden-1
"""

def tcp_exchange(address, messages):
    with socket.create_connection(address) as sock:
        for message in messages:
            sock.sendall(message.decode("utf-8", "ignore").encode())
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
