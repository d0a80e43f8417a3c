"""
zh: 用 `io.BytesIO` 一段一段地读，读不够就抛异常。
en: Reads piece by piece from an `io.BytesIO`, and raises where a piece is short.
"""

import io
import ipaddress

OSI_LAYERS = ("application", "presentation", "session", "transport", "network", "data link", "physical")
LAYER_OF = dict(zip(ITEMS, OSI_LAYERS, strict=True))


class Reader:
    def __init__(self, data):
        self.file = io.BytesIO(data)

    def take(self, size):
        piece = self.file.read(size) if size >= 0 else b""
        if len(piece) != max(size, 0) or size < 0:
            raise ValueError("truncated")
        return piece

    def number(self, size):
        return int.from_bytes(self.take(size), "big")


def require(*facts):
    if not all(facts):
        raise ValueError("not Ethernet II + IPv4 + TCP")


def dissect(frame):
    ethernet = Reader(frame)
    receiver, sender = (ethernet.take(6).hex(":") for _ in range(2))
    require(ethernet.number(2) == 0x0800)
    peek = Reader(frame[14:])
    first = peek.number(1)
    peek.take(1)
    packet = Reader(Reader(frame[14:]).take(peek.number(2)))
    head = Reader(packet.take((first & 15) * 4))
    head.take(6)
    fragment = head.number(2)
    head.take(1)
    protocol = head.number(1)
    head.take(2)
    source, destination = (str(ipaddress.IPv4Address(head.take(4))) for _ in range(2))
    require(first >> 4 == 4, fragment % 0x2000 == 0, protocol == 6)
    ports = [packet.number(2), packet.number(2)]
    packet.take(8)
    length = packet.number(1) >> 4
    packet.take(length * 4 - 13)
    require(length >= 5)
    return {
        "data link": {"destination": receiver, "source": sender},
        "network": {"source": source, "destination": destination},
        "transport": {"source": ports[0], "destination": ports[1]},
        "application": packet.file.read(),
    }
