"""
zh: 服务器一秒不说话，就当作说完了。
en: When the server is silent for a second, it is taken to be done.
fails: q13-hidden-1
"""

def tcp_exchange(address, messages):
    data = b""
    with socket.create_connection(address, timeout=1) as sock:
        for message in messages:
            sock.sendall(message)
        sock.shutdown(socket.SHUT_WR)
        try:
            while piece := sock.recv(4096):
                data += piece
        except TimeoutError:
            pass
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
