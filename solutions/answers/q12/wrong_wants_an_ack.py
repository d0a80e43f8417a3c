"""
zh: 没有 ACK 标志的段（例如 SYN）被拒绝了。
en: Segments without the ACK flag, such as a SYN, are refused.
fails: q12-hidden-2
"""

OSI_LAYERS = ("application", "presentation", "session", "transport", "network", "data link", "physical")
LAYER_OF = dict(zip(ITEMS, OSI_LAYERS, strict=True))


def dissect(frame):
    packet = frame[14:]
    if frame[12:14] != b"\x08\x00" or len(packet) < 20 or packet[0] >> 4 != 4:
        raise ValueError("no IPv4")
    header, total = (packet[0] & 15) * 4, packet[2] * 256 + packet[3]
    if packet[9] != 6 or (packet[6] * 256 + packet[7]) & 0x1FFF:
        raise ValueError("no TCP")
    if header < 20 or not header + 20 <= total <= len(packet):
        raise ValueError("cut short")
    segment = packet[header:total]
    offset = (segment[12] >> 4) * 4
    if not 20 <= offset <= len(segment) or not segment[13] & 0x10:
        raise ValueError("cut short")
    return {
        "data link": {"source": frame[6:12].hex(":"), "destination": frame[:6].hex(":")},
        "network": {"source": ".".join(map(str, packet[12:16])), "destination": ".".join(map(str, packet[16:20]))},
        "transport": {"source": segment[0] * 256 + segment[1], "destination": segment[2] * 256 + segment[3]},
        "application": segment[offset:],
    }
