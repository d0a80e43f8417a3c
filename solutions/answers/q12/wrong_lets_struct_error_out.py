"""
zh: 截断的帧抛出 `struct.error`，它不是 `ValueError`。
en: Frames cut short raise `struct.error`, which is no `ValueError`.
fails: q12-hidden-2
"""

import struct

OSI_LAYERS = ("application", "presentation", "session", "transport", "network", "data link", "physical")
LAYER_OF = dict(zip(ITEMS, OSI_LAYERS, strict=True))


def dissect(frame):
    to, by, kind = struct.unpack("!6s6sH", frame[:14])
    first, total, fragment, protocol, source, destination = struct.unpack("!BxHxxHxBxx4s4s", frame[14:34])
    header = (first & 15) * 4
    if kind != 0x0800 or first >> 4 != 4 or protocol != 6 or fragment & 0x1FFF or header < 20 or total > len(frame) - 14:
        raise ValueError("not TCP")
    segment = frame[14 + header:14 + total]
    ports = struct.unpack("!HH", segment[:4])
    offset = (segment[12] >> 4) * 4
    if not 20 <= offset <= len(segment):
        raise ValueError("cut short")
    return {
        "data link": {"source": by.hex(":"), "destination": to.hex(":")},
        "network": {"source": ".".join(map(str, source)), "destination": ".".join(map(str, destination))},
        "transport": {"source": ports[0], "destination": ports[1]},
        "application": segment[offset:],
    }
