"""
zh: 用 `inet_pton` 读文字，把 `OSError` 换成 `ValueError`。
en: Reads texts with `inet_pton` and turns `OSError` into `ValueError`.
"""

import socket
import struct


class Address:
    def __init__(self, text):
        try:
            (self.number,) = struct.unpack("!I", socket.inet_pton(socket.AF_INET, text))
        except OSError as error:
            raise ValueError(text) from error


def mask_to_prefix(mask):
    number, prefix = Address(mask).number, 0
    while prefix < 32 and number >> 31 - prefix & 1:
        prefix += 1
    if number & 0xFFFFFFFF >> prefix:
        raise ValueError(mask)
    return prefix


def host_bits(prefix):
    if prefix < 0:
        raise ValueError(prefix)
    return (1 << 32 - prefix) - 1


def split_address(ip, prefix):
    number, low = Address(ip).number, host_bits(prefix)
    return socket.inet_ntoa(struct.pack("!I", number - (number & low))), number & low


def same_network(a, b, prefix):
    return Address(a).number | host_bits(prefix) == Address(b).number | host_bits(prefix)


def usable_hosts(prefix):
    low = host_bits(prefix)
    return low + 1 if prefix > 30 else low - 1
