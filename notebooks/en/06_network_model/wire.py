"""Puts Ethernet II + IPv4 + TCP frames together, checksums included."""

import socket
import struct


def build_frame(
    payload,
    *,
    macs=("0a:00:00:00:00:01", "0a:00:00:00:00:02"),
    ips=("192.0.2.10", "198.51.100.7"),
    ports=(50000, 80),
    ip_options=b"",
    tcp_options=b"",
    padding=b"",
    ethertype=0x0800,
    first=None,
    fragment=0x4000,
    protocol=6,
    tos=0,
    flags=0x18,
    total=None,
    tcp_words=None,
):
    """The bytes of one frame; pairs are (source, destination), options have a multiple of four bytes.

    `first`, `total` and `tcp_words` replace the right value of the byte or field that tells a length, to make broken frames.
    """
    words = 5 + len(tcp_options) // 4 if tcp_words is None else tcp_words
    tcp = struct.pack("!HHIIBBHHH", *ports, 1001, 5001, words << 4, flags, 65535, 0, 0) + tcp_options + payload
    source, destination = map(socket.inet_aton, ips)
    pseudo = source + destination + struct.pack("!BBH", 0, protocol, len(tcp))
    tcp = tcp[:16] + checksum(pseudo + tcp) + tcp[18:]
    first = 0x45 + len(ip_options) // 4 if first is None else first
    total = 20 + len(ip_options) + len(tcp) if total is None else total
    ip = struct.pack("!BBHHHBBH4s4s", first, tos, total, 7, fragment, 64, protocol, 0, source, destination) + ip_options
    ip = ip[:10] + checksum(ip) + ip[12:]
    sender, receiver = (bytes.fromhex(mac.replace(":", "")) for mac in macs)
    return receiver + sender + struct.pack("!H", ethertype) + ip + tcp + padding


def checksum(data):
    """The Internet checksum of RFC 1071, two bytes."""
    data += bytes(len(data) % 2)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return struct.pack("!H", ~total & 0xFFFF)
