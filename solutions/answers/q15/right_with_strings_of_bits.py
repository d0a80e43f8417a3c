"""
zh: 全部用二进制文字完成。
en: All done with texts of binary digits.
"""

import re
from typing import NamedTuple


class Split(NamedTuple):
    network: str
    host: int


def bits(text):
    if not re.fullmatch(r"[0-9]+(\.[0-9]+){3}", text) or any(int(part) > 255 for part in text.split(".")):
        raise ValueError(f"bad address {text}")
    return "".join(format(int(part), "08b") for part in text.split("."))


def check(prefix):
    if prefix < 0 or prefix > 32:
        raise ValueError(f"bad prefix {prefix}")
    return prefix


def mask_to_prefix(mask):
    found = re.fullmatch("(1*)0*", bits(mask))
    if found is None:
        raise ValueError(f"bad mask {mask}")
    return len(found[1])


def split_address(ip, prefix):
    row = bits(ip)
    network = int(row[: check(prefix)].ljust(32, "0"), 2).to_bytes(4, "big")
    return Split(".".join(map(str, network)), int("0" + row[prefix:], 2))


def same_network(a, b, prefix):
    return bits(a)[: check(prefix)] == bits(b)[:prefix]


def usable_hosts(prefix):
    return [*(2**size - 2 for size in range(32, 1, -1)), 2, 1][check(prefix)]
