"""
zh: 没有回音就再发一遍，一条消息成了三封信。
en: Where no answer comes it sends again, so one message becomes three letters.
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
        sock.settimeout(timeout / 3)
        for message in messages:
            for _ in range(3):
                sock.sendto(message, address)
                try:
                    replies.append(sock.recvfrom(65535)[0])
                    break
                except OSError:
                    continue
    return replies


PROTOCOL_FOR = dict(zip(USES, ["TCP", "UDP"] * 3, strict=True))
