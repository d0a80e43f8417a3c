"""
zh: 用 `inet_aton` 读地址，它连 `1.2.3` 也收，失败时抛出的是 `OSError`。
en: Reads addresses with `inet_aton`, which takes `1.2.3` as well and raises `OSError`.
fails: q15-hidden-2
"""

import socket


def parse(text):
    return int.from_bytes(socket.inet_aton(text), "big")


def mask_of(prefix):
    if not 0 <= prefix <= 32:
        raise ValueError(prefix)
    return (0xFFFFFFFF << (32 - prefix)) & 0xFFFFFFFF


def mask_to_prefix(mask):
    number = parse(mask)
    inverted = number ^ 0xFFFFFFFF
    if inverted & (inverted + 1):
        raise ValueError(mask)
    return number.bit_count()


def split_address(ip, prefix):
    number, mask = parse(ip), mask_of(prefix)
    return ".".join(str(byte) for byte in (number & mask).to_bytes(4, "big")), number & ~mask


def same_network(a, b, prefix):
    return parse(a) & mask_of(prefix) == parse(b) & mask_of(prefix)


def usable_hosts(prefix):
    mask_of(prefix)
    return 2 ** (32 - prefix) - 2 if prefix < 31 else 33 - prefix
