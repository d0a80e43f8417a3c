"""
zh: `connect` 过的套接字一收到拒绝就收工，已经到了的回信没有读。
en: A connected socket stops at a refusal, and replies that have come already are not read.
fails: q13-hidden-1
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
        sock.connect(address)
        try:
            for message in messages:
                sock.send(message)
            while len(replies) < len(messages):
                replies.append(sock.recv(65535))
        except OSError:
            pass
    return replies


PROTOCOL_FOR = dict(zip(USES, ["TCP", "UDP"] * 3, strict=True))
