"""
zh: 2 的幂减 2 用到底，/31 得到 0，/32 得到 −1。
en: A power of two less 2 to the very end: 0 for a /31, −1 for a /32.
fails: q15-hidden-1
"""

def parse(text):
    parts = text.split(".")
    if len(parts) != 4 or not all(part.isascii() and part.isdigit() and int(part) < 256 for part in parts):
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
    return 2 ** (32 - prefix) - 2
