"""
zh: TCP 用 `makefile`；UDP 用 `select`，所有等待共用一个期限。
en: TCP through `makefile`; UDP with `select` and one deadline for all waits.
"""

import select
import time


def tcp_exchange(address, messages):
    with socket.create_connection(address) as sock, sock.makefile("rwb") as file:
        file.writelines(messages)
        file.flush()
        sock.shutdown(socket.SHUT_WR)
        return file.read()


def udp_exchange(address, messages, timeout):
    found, deadline = [], time.monotonic() + timeout
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.setblocking(False)
        for message in messages:
            sock.sendto(message, address)
        while len(found) < len(messages):
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([sock], [], [], left)[0]:
                break
            try:
                found.append(sock.recv(9000))
            except OSError:
                continue
    return found


PROTOCOL_FOR = dict.fromkeys(USES, "TCP") | dict.fromkeys(USES[1::2], "UDP")
