"""
zh: 整个帧看成一个大整数，从最高位起一段一段取；不够时，移位的位数成了负数，正好是 `ValueError`。
en: The whole frame is one big number, and bits are taken from its top; where there are too few, a shift by a negative count is the `ValueError`.
"""

from collections import OrderedDict

OSI_LAYERS = ["application", "presentation", "session", "transport", "network", "data link", "physical"]
LAYER_OF = OrderedDict((item, OSI_LAYERS[number]) for number, item in enumerate(ITEMS))


class Bits:
    def __init__(self, data):
        self.number, self.left = int.from_bytes(data, "big"), len(data) * 8

    def take(self, *sizes):
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
    if (kind, version, offset, protocol) != (0x0800, 4, 0, 6):
        raise ValueError("not for us")
    list(bits.take(32 * (words - 5)))
    sport, dport, _, tcp_words, _ = bits.take(16, 16, 64, 4, 60)
    list(bits.take(32 * (tcp_words - 5)))
    size = total - 4 * (words + tcp_words)
    return OrderedDict(
        [
            ("data link", OrderedDict(source=mac(sender), destination=mac(receiver))),
            ("network", OrderedDict(source=dotted(source), destination=dotted(destination))),
            ("transport", OrderedDict(source=sport, destination=dport)),
            ("application", next(bits.take(8 * size)).to_bytes(size, "big")),
        ]
    )
