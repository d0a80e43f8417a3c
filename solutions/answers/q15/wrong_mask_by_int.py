"""
zh: 地址检查得很严，掩码却直接交给 `int`，`255.+255.0.0`、多写的第五段也收下了。
en: Addresses are checked well, but a mask goes straight to `int`, which takes `255.+255.0.0`, and a fifth part is not noticed.
fails: q15-hidden-2
"""

def parse(text):
    parts = text.split(".")
    if len(parts) != 4 or not all(part.isascii() and part.isdigit() and int(part) <= 255 for part in parts):
        raise ValueError(text)
    return int.from_bytes(map(int, parts), "big")


def make_mask(prefix):
    if not 0 <= prefix <= 32:
        raise ValueError(prefix)
    return 0xFFFFFFFF << (32 - prefix) & 0xFFFFFFFF


def mask_to_prefix(mask):
    bits = "".join(f"{int(part):08b}" for part in mask.split("."))[:32]
    if "01" in bits:
        raise ValueError(mask)
    return bits.count("1")


def split_address(ip, prefix):
    number, mask = parse(ip), make_mask(prefix)
    return ".".join(map(str, (number & mask).to_bytes(4, "big"))), number & ~mask


def same_network(a, b, prefix):
    return parse(a) & make_mask(prefix) == parse(b) & make_mask(prefix)


def usable_hosts(prefix):
    make_mask(prefix)
    return {31: 2, 32: 1}.get(prefix, 2 ** (32 - prefix) - 2)
