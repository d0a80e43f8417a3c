"""
zh: 用 `ctypes.BigEndianStructure` 描述三个首部。
en: Describes the three headers as `ctypes.BigEndianStructure`.
"""

import ctypes
import socket

OSI_LAYERS = ("application", "presentation", "session", "transport", "network", "data link", "physical")
LAYER_OF = dict(zip(ITEMS, OSI_LAYERS, strict=True))


class Ethernet(ctypes.BigEndianStructure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = [("to", ctypes.c_ubyte * 6), ("by", ctypes.c_ubyte * 6), ("kind", ctypes.c_uint16)]


class IPv4(ctypes.BigEndianStructure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = [("first", ctypes.c_uint8), ("tos", ctypes.c_uint8), ("total", ctypes.c_uint16), ("id", ctypes.c_uint16),
                ("fragment", ctypes.c_uint16), ("ttl", ctypes.c_uint8), ("protocol", ctypes.c_uint8), ("sum", ctypes.c_uint16),
                ("source", ctypes.c_ubyte * 4), ("destination", ctypes.c_ubyte * 4)]


class TCP(ctypes.BigEndianStructure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = [("source", ctypes.c_uint16), ("destination", ctypes.c_uint16), ("seq", ctypes.c_uint32), ("ack", ctypes.c_uint32),
                ("words", ctypes.c_uint8), ("flags", ctypes.c_uint8), ("rest", ctypes.c_uint16 * 3)]


dissect = lambda frame: take_apart(bytes(frame))  # noqa: E731 - a style to accept


def take_apart(frame):
    ethernet = Ethernet.from_buffer_copy(frame)
    ip = IPv4.from_buffer_copy(frame, 14)
    size, end = (ip.first & 15) * 4, 14 + ip.total
    if ethernet.kind != 0x0800 or ip.first >> 4 != 4 or ip.protocol != 6 or ip.fragment & 0x1FFF or size < 20 or end > len(frame):
        raise ValueError("other")
    tcp = TCP.from_buffer_copy(frame[:end], 14 + size)
    start = 14 + size + (tcp.words >> 4) * 4
    if tcp.words < 0x50 or start > end:
        raise ValueError("bad data offset")
    return {
        "application": frame[start:end],
        "transport": {"source": tcp.source, "destination": tcp.destination},
        "network": {"source": socket.inet_ntoa(bytes(ip.source)), "destination": socket.inet_ntoa(bytes(ip.destination))},
        "data link": {"source": bytes(ethernet.by).hex(":"), "destination": bytes(ethernet.to).hex(":")},
    }
