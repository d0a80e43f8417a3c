"""
zh: `isdigit` 也认得阿拉伯文和全角的数字。
en: `isdigit` knows the digits of every script.
fails: q15-hidden-2
"""

def parse(text):
    parts = text.split(".")
    if len(parts) != 4 or not all(part.isdecimal() and int(part) < 256 for part in parts):
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
