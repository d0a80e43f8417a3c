"""
zh: 每发一条就等一次回答，而服务器要等数据结束才说话。
en: It waits for an answer after each message, while the server speaks only after the end of the data.
fails: q13-check-1 q13-hidden-1
"""

def tcp_exchange(address, messages):
    with socket.create_connection(address) as sock:
        for message in messages:
            sock.sendall(message)
            sock.settimeout(1.5)
            data = sock.recv(4096)
        sock.shutdown(socket.SHUT_WR)
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
