"""
zh: 用 `struct.unpack_from`，一个 `try` 把 `struct.error` 换成 `ValueError`。
en: `struct.unpack_from`, with one `try` that turns `struct.error` into `ValueError`.
"""

import struct

OSI_LAYERS = ["application", "presentation", "session", "transport", "network", "data link", "physical"]
LAYER_OF = {item: OSI_LAYERS[number] for number, item in enumerate(ITEMS)}


def pair(ends):
    source, destination = ends
    return {"source": source, "destination": destination}


def dissect(frame):
    try:
        to, by, kind, first, total, fragment, protocol, *ends = struct.unpack_from("!6s6sHBxHxxHxBxx4s4s", frame)
        start = 14 + 4 * (first & 0xF)
        *ports, words = struct.unpack_from("!HH8xB", frame, start)
    except struct.error as error:
        raise ValueError("truncated") from error
    offset, end = start + 4 * (words >> 4), 14 + total
    if (kind, first >> 4, protocol, fragment & 0x1FFF) != (0x0800, 4, 6, 0):
        raise ValueError("something else")
    if first & 0xF < 5 or words >> 4 < 5 or offset > end or end > len(frame):
        raise ValueError("bad length")
    return {
        "data link": pair(":".join(f"{byte:02x}" for byte in mac) for mac in (by, to)),
        "network": pair(".".join(f"{byte}" for byte in ip) for ip in ends),
        "transport": pair(ports),
        "application": frame[offset:end],
    }
