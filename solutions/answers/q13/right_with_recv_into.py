"""
zh: TCP 读进 `bytearray`，UDP 一收到超时就停。
en: TCP reads into a `bytearray`; UDP stops at the first time-out.
"""

def tcp_exchange(address, messages):
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.connect(address)
        for message in messages:
            view = memoryview(message)
            while view:
                view = view[sock.send(view):]
        sock.shutdown(socket.SHUT_WR)
        answer, room = bytearray(), bytearray(512)
        while count := sock.recv_into(room):
            answer.extend(room[:count])
        return bytes(answer)
    finally:
        sock.close()


def receive(sock, count):
    for _ in range(count):
        try:
            yield sock.recvfrom(2**16)[0]
        except OSError:
            return


def udp_exchange(address, messages, timeout):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        sock.settimeout(timeout)
        sent = [sock.sendto(message, address) for message in messages]
        return list(receive(sock, len(sent)))
    finally:
        sock.close()


PROTOCOL_FOR = {}
for number, use in enumerate(USES):
    PROTOCOL_FOR[use] = ("TCP", "UDP")[number % 2]
