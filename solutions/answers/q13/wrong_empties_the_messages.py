"""
zh: 发一条就从列表里取走一条，调用者的列表空了。
en: It takes each message out of the list, and the list is the caller's.
fails: q13-check-1
"""

def tcp_exchange(address, messages):
    with socket.create_connection(address) as sock:
        while messages:
            sock.sendall(messages.pop(0))
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
