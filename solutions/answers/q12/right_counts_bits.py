"""
zh: 整个帧看成一个大整数，从最高位起一段一段取。
en: The whole frame is one big number, and bits are taken from its top.
"""

from collections import OrderedDict

OSI_LAYERS = ["application", "presentation", "session", "transport", "network", "data link", "physical"]
LAYER_OF = OrderedDict(zip(ITEMS, OSI_LAYERS, strict=True))


class Bits:
    def __init__(self, data):
        self.number, self.left = int.from_bytes(data, "big"), len(data) * 8

    def take(self, *sizes):
        if min(sizes) < 0 or sum(sizes) > self.left:
            raise ValueError("too few bits")
        for size in sizes:
            self.left -= size
            yield self.number >> self.left & (1 << size) - 1


def mac(number):
    return number.to_bytes(6, "big").hex(":")


def dotted(number):
    return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))


def dissect(frame):
    bits = Bits(frame)
    receiver, sender, kind = bits.take(48, 48, 16)
    version, words, _, total, _, offset, _, protocol, _, source, destination = bits.take(4, 4, 8, 16, 19, 13, 8, 8, 16, 32, 32)
    if (kind, version, offset, protocol) != (0x0800, 4, 0, 6) or words < 5:
        raise ValueError("not for us")
    list(bits.take(32 * (words - 5)))
    sport, dport, _, tcp_words, _ = bits.take(16, 16, 64, 4, 60)
    if tcp_words < 5:
        raise ValueError("short TCP header")
    list(bits.take(32 * (tcp_words - 5)))
    size = total - 4 * (words + tcp_words)
    (payload,) = bits.take(8 * size)
    found = OrderedDict()
    found["data link"] = OrderedDict(source=mac(sender), destination=mac(receiver))
    found["network"] = OrderedDict(source=dotted(source), destination=dotted(destination))
    found["transport"] = OrderedDict(source=sport, destination=dport)
    found["application"] = payload.to_bytes(size, "big")
    return found
