"""
zh: 正则表达式里的 `$` 放过了末尾的换行。
en: `$` in its pattern lets a newline pass.
fails: q15-hidden-2
"""

import re


def parse(text):
    parts = text.split(".")
    if not re.match(r"[0-9]+(\.[0-9]+){3}$", text) or max(map(int, parts)) > 255:
        raise ValueError(text)
    return int.from_bytes(bytes(map(int, parts)), "big")


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
