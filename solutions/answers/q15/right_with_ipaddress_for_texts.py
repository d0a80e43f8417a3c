"""
zh: 用 `ipaddress` 读文字和算网络，掩码自己判断。
en: `ipaddress` for texts and networks; the mask is judged by hand.
"""

import ipaddress

from ipaddress import IPv4Address, IPv4Interface


def mask_to_prefix(mask):
    number = int(IPv4Address(mask))
    if f"{number:032b}" != ("1" * number.bit_count()).ljust(32, "0"):
        raise ValueError(mask)
    return number.bit_count()


def split_address(ip, prefix):
    interface = IPv4Interface((IPv4Address(ip), prefix))
    start = interface.network.network_address
    return str(start), int(interface.ip) - int(start)


def same_network(a, b, prefix):
    return split_address(a, prefix)[0] == split_address(b, prefix)[0]


def usable_hosts(prefix):
    total = ipaddress.ip_network(("0.0.0.0", prefix)).num_addresses
    return {1: 1, 2: 2}.get(total, total - 2)
