"""
zh: 一封一封地问，每封各等一次；用 `connect` 过的套接字，拒绝也算没有回信。
en: Asks letter by letter with a wait for each, on a connected socket, where a refusal counts as no reply.
"""

from contextlib import closing, suppress


def tcp_exchange(address, messages):
    with closing(socket.socket()) as sock:
        sock.connect(address)
        sock.sendall(b"".join(messages))
        sock.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: sock.recv(1000), b""))


def udp_exchange(address, messages, timeout):
    replies = []
    for message in messages:
        with closing(socket.socket(type=socket.SOCK_DGRAM)) as sock:
            sock.connect(address)
            sock.settimeout(timeout)
            with suppress(OSError):
                sock.send(message)
                replies.append(sock.recv(1 << 16))
    return replies


PROTOCOL_FOR = {use: "UDP" if any(word in use for word in ("voice", "DNS", "broadcast")) else "TCP" for use in USES}
