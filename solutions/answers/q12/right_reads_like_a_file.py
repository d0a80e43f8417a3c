"""
zh: 用 `io.BytesIO` 一段一段地读，读不够就抛异常。
en: Reads piece by piece from an `io.BytesIO`, and raises where a piece is short.
"""

import io
import ipaddress

OSI_LAYERS = ("application", "presentation", "session", "transport", "network", "data link", "physical")
LAYER_OF = {}
for item in ITEMS:
    LAYER_OF[item] = OSI_LAYERS[len(LAYER_OF)]


class Reader:
    def __init__(self, data):
        self.file = io.BytesIO(data)

    def take(self, size):
        piece = self.file.read(size)
        if len(piece) != size:
            raise ValueError("truncated")
        return piece

    def number(self, size):
        return int.from_bytes(self.take(size), "big")


def dissect(frame):
    ethernet = Reader(frame)
    receiver, sender = (ethernet.take(6).hex(":") for _ in range(2))
    kind, first, peek = ethernet.number(2), ethernet.number(1), ethernet.number(3) & 0xFFFF
    packet = Reader(Reader(frame[14:]).take(peek))
    head = Reader(packet.take((first & 15) * 4))
    head.take(6)
    fragment = head.number(2)
    head.take(1)
    protocol = head.number(1)
    head.take(2)
    source, destination = (str(ipaddress.IPv4Address(head.take(4))) for _ in range(2))
    ports = [packet.number(2), packet.number(2)]
    packet.take(8)
    length = packet.number(1) >> 4
    packet.take(length * 4 - 13)
    if (kind, first >> 4, fragment % 0x2000, protocol, length >= 5) != (0x0800, 4, 0, 6, True):
        raise ValueError("not Ethernet II + IPv4 + TCP")
    return {
        "data link": {"destination": receiver, "source": sender},
        "network": {"source": source, "destination": destination},
        "transport": {"source": ports[0], "destination": ports[1]},
        "application": packet.file.read(),
    }
