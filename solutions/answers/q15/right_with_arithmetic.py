"""
zh: 不用位运算，只用除法和余数。
en: No bit operations: division and remainder only.
"""

def number_of(text):
    value = 0
    parts = text.split(".")
    if len(parts) != 4:
        raise ValueError("four parts")
    for part in parts:
        number = 0
        for digit in part:
            number = number * 10 + "0123456789".index(digit)
        if not part or number > 255:
            raise ValueError("bad part")
        value = value * 256 + number
    return value


def block(prefix):
    if prefix < 0 or prefix > 32:
        raise ValueError("bad prefix")
    return 2 ** (32 - prefix)


MASKS = {2**32 - block(prefix): prefix for prefix in range(33)}


def mask_to_prefix(mask):
    if number_of(mask) not in MASKS:
        raise ValueError("not a mask")
    return MASKS[number_of(mask)]


def split_address(ip, prefix):
    count, host = divmod(number_of(ip), block(prefix))
    network, parts = count * block(prefix), []
    for _ in range(4):
        network, part = divmod(network, 256)
        parts.insert(0, str(part))
    return ".".join(parts), host


def same_network(a, b, prefix):
    return number_of(a) // block(prefix) == number_of(b) // block(prefix)


def usable_hosts(prefix):
    return block(prefix) - 2 * (prefix < 31)
