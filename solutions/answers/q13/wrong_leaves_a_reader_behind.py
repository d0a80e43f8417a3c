"""
zh: 自己开的线程守着套接字，永远不结束。
en: A thread of its own reads the socket and never ends.
fails: q13-check-2
"""

import queue
import threading

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
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind(("127.0.0.1", 0))
    arrived = queue.Queue()

    def read():
        while True:
            arrived.put(sock.recv(65535))

    threading.Thread(target=read, daemon=True).start()
    for message in messages:
        sock.sendto(message, address)
    replies = []
    while len(replies) < len(messages):
        try:
            replies.append(arrived.get(timeout=timeout))
        except queue.Empty:
            break
    return replies


PROTOCOL_FOR = dict(zip(USES, ["TCP", "UDP"] * 3, strict=True))
