"""
zh: 全部用二进制文字完成。
en: All done with texts of binary digits.
"""

import re
from collections import namedtuple

Split = namedtuple("Split", "network host")


def bits(text):
    if not re.fullmatch(r"[0-9]+(\.[0-9]+){3}", text) or any(int(part) > 255 for part in text.split(".")):
        raise ValueError(f"bad address {text}")
    return "".join(format(int(part), "08b") for part in text.split("."))


def check(prefix):
    if prefix < 0 or prefix > 32:
        raise ValueError(f"bad prefix {prefix}")


def mask_to_prefix(mask):
    found = re.fullmatch("(1*)0*", bits(mask))
    if found is None:
        raise ValueError(f"bad mask {mask}")
    return len(found[1])


def split_address(ip, prefix):
    check(prefix)
    row = bits(ip)
    network = row[:prefix].ljust(32, "0")
    return Split(".".join(str(int(network[at : at + 8], 2)) for at in (0, 8, 16, 24)), int("0" + row[prefix:], 2))


def same_network(a, b, prefix):
    check(prefix)
    return bits(a)[:prefix] == bits(b)[:prefix]


def usable_hosts(prefix):
    check(prefix)
    return [1, 2, *(2**size - 2 for size in range(2, 33))][32 - prefix]
