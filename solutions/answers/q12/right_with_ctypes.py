"""
zh: 用 `ctypes.BigEndianStructure` 描述三个首部。
en: Describes the three headers as `ctypes.BigEndianStructure`.
"""

import ctypes
import socket

OSI_LAYERS = ("application", "presentation", "session", "transport", "network", "data link", "physical")
LAYER_OF = {ITEMS[number]: OSI_LAYERS[number] for number in range(7)}


def fields(names, *kinds):
    return [(name, kind) for name, kind in zip(names.split(), kinds)]


U8, U16, U32, IP, MAC = ctypes.c_uint8, ctypes.c_uint16, ctypes.c_uint32, ctypes.c_ubyte * 4, ctypes.c_ubyte * 6


class Ethernet(ctypes.BigEndianStructure):
    _fields_ = fields("to by kind", MAC, MAC, U16)


class IPv4(ctypes.BigEndianStructure):
    _fields_ = fields("first tos total id fragment ttl protocol sum source destination", U8, U8, U16, U16, U16, U8, U8, U16, IP, IP)


class TCP(ctypes.BigEndianStructure):
    _fields_ = fields("source destination seq ack words", U16, U16, U32, U32, U8)


def dissect(frame):
    ethernet, ip = Ethernet.from_buffer_copy(frame), IPv4.from_buffer_copy(frame, 14)
    start, end = 14 + (ip.first & 15) * 4, 14 + ip.total
    if ethernet.kind != 0x0800 or not 0x45 <= ip.first < 0x50 or ip.protocol != 6 or ip.fragment & 0x1FFF or end > len(frame):
        raise ValueError("other")
    tcp = TCP.from_buffer_copy(frame, start)
    start += (tcp.words >> 4) * 4
    if tcp.words >> 4 < 5 or start > end:
        raise ValueError("bad data offset")
    return {
        "application": frame[start:end],
        "transport": {"source": tcp.source, "destination": tcp.destination},
        "network": {"source": socket.inet_ntoa(ip.source), "destination": socket.inet_ntoa(ip.destination)},
        "data link": {"source": bytes(ethernet.by).hex(":"), "destination": bytes(ethernet.to).hex(":")},
    }
