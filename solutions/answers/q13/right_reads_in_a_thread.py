"""
zh: 边发边收：另一个线程读到结束；UDP 每封信用一个连过的套接字。
en: It reads in a second thread while it sends; each letter has a connected socket of its own.
"""

from concurrent.futures import ThreadPoolExecutor


def read_all(sock):
    pieces = bytearray()
    while piece := sock.recv(1500):
        pieces += piece
    return bytes(pieces)


def tcp_exchange(address, messages):
    with ThreadPoolExecutor(1) as pool, socket.create_connection(address, 30) as sock:
        reading = pool.submit(read_all, sock)
        for message in messages:
            sock.sendall(message)
        sock.shutdown(socket.SHUT_WR)
        return reading.result()


def ask(address, message, timeout):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.settimeout(timeout)
        try:
            sock.connect(address)
            sock.send(message)
            return [sock.recv(8192)]
        except (TimeoutError, ConnectionError):
            return []


def udp_exchange(address, messages, timeout):
    return [reply for message in messages for reply in ask(address, message, timeout)]


PROTOCOL_FOR = {use: "UDP" if any(word in use for word in ("DNS", "voice", "broadcast")) else "TCP" for use in USES}
