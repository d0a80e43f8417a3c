"""
zh: 用 `struct.unpack_from`，一个 `try` 把 `struct.error` 换成 `ValueError`。
en: `struct.unpack_from`, with one `try` that turns `struct.error` into `ValueError`.
"""

import struct

OSI_LAYERS = ["application", "presentation", "session", "transport", "network", "data link", "physical"]
LAYER_OF = {item: OSI_LAYERS[number] for number, item in enumerate(ITEMS)}


def dissect(frame):
    try:
        to, by, kind = struct.unpack_from("!6s6sH", frame)
        first, total, fragment, protocol, *ends = struct.unpack_from("!BxHxxHxBxx4s4s", frame, 14)
        start = 14 + 4 * (first & 0xF)
        source, destination, words = struct.unpack_from("!HH8xB", frame[: 14 + total], start)
    except struct.error as error:
        raise ValueError("truncated") from error
    offset = start + 4 * (words >> 4)
    end = 14 + total
    if (kind, first >> 4, protocol, fragment & 0x1FFF) != (0x0800, 4, 6, 0):
        raise ValueError("something else")
    if start < 34 or offset < start + 20 or offset > end or end > len(frame):
        raise ValueError("bad length")
    ips = [".".join(f"{byte}" for byte in end) for end in ends]
    macs = [":".join(f"{byte:02x}" for byte in mac) for mac in (by, to)]
    names = ("source", "destination")
    return {
        "data link": dict(zip(names, macs, strict=True)),
        "network": dict(zip(names, ips, strict=True)),
        "transport": dict(zip(names, (source, destination), strict=True)),
        "application": frame[offset:end],
    }
