"""
zh: 一问一答，一封没回就放弃，后面的都不发了。
en: One question, one answer; after the first loss it gives up and sends no more.
fails: q13-check-2
"""

def tcp_exchange(address, messages):
    with socket.create_connection(address) as sock:
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
        try:
            for message in messages:
                sock.sendto(message, address)
                replies.append(sock.recv(65535))
        except OSError:
            pass
    return replies


PROTOCOL_FOR = dict(zip(USES, ["TCP", "UDP"] * 3, strict=True))
