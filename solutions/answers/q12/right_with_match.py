"""
zh: 先切成三层，再用 `match` 判断；所有意外统一换成 `ValueError`。
en: Cuts the layers first, judges with `match`, and turns every surprise into a `ValueError`.
"""

OSI_LAYERS = ("application", "presentation", "session", "transport", "network", "data link", "physical")
LAYER_OF = {item: OSI_LAYERS[ITEMS.index(item)] for item in ITEMS}


def dissect(frame):
    try:
        return _dissect(memoryview(frame))
    except IndexError as error:
        raise ValueError("not a whole TCP frame") from error


def _dissect(frame):
    match frame[:14]:
        case [*macs, 8, 0] if len(macs) == 12:
            pass
        case _:
            raise ValueError("Ethernet")
    packet = frame[14 : 14 + (frame[16] << 8 | frame[17])]
    if len(packet) != frame[16] << 8 | frame[17] or not 0x45 <= packet[0] < 0x50 or packet[9] != 6:
        raise ValueError("IPv4")
    if packet[6] & 31 or packet[7]:
        raise ValueError("fragment")
    segment = packet[(packet[0] & 15) * 4 :]
    if segment[12] < 0x50 or (segment[12] >> 4) * 4 > len(segment):
        raise ValueError("TCP")

    def text(part):
        return ".".join(map(str, part))

    return dict(
        [
            ("data link", dict(source=bytes(macs[6:]).hex(":"), destination=bytes(macs[:6]).hex(":"))),
            ("network", dict(source=text(packet[12:16]), destination=text(packet[16:20]))),
            ("transport", dict(source=segment[0] << 8 | segment[1], destination=segment[2] << 8 | segment[3])),
            ("application", segment[(segment[12] >> 4) * 4 :].tobytes()),
        ]
    )
