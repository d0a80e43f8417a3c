"""
zh: 核对校验和，写错了就拒绝；题目说校验和不用看。
en: It verifies the checksums and refuses wrong ones, which the question says are not looked at.
fails: q12-hidden-1
"""

from wire import checksum

OSI_LAYERS = ("application", "presentation", "session", "transport", "network", "data link", "physical")
LAYER_OF = dict(zip(ITEMS, OSI_LAYERS, strict=True))


def dissect(frame):
    packet = frame[14:]
    if frame[12:14] != b"\x08\x00" or len(packet) < 20 or packet[0] >> 4 != 4:
        raise ValueError("no IPv4")
    header, total = (packet[0] & 15) * 4, packet[2] * 256 + packet[3]
    if packet[9] != 6 or (packet[6] * 256 + packet[7]) & 0x1FFF:
        raise ValueError("no TCP")
    if header < 20 or not header + 20 <= total <= len(packet) or any(checksum(packet[:header])):
        raise ValueError("cut short, or damaged")
    segment = packet[header:total]
    offset = (segment[12] >> 4) * 4
    if not 20 <= offset <= len(segment):
        raise ValueError("cut short")
    return {
        "data link": {"source": frame[6:12].hex(":"), "destination": frame[:6].hex(":")},
        "network": {"source": ".".join(map(str, packet[12:16])), "destination": ".".join(map(str, packet[16:20]))},
        "transport": {"source": segment[0] * 256 + segment[1], "destination": segment[2] * 256 + segment[3]},
        "application": segment[offset:],
    }
