"""
zh: 用 `ipaddress` 读文字和算网络，掩码自己判断。
en: `ipaddress` for texts and networks; the mask is judged by hand.
"""

import ipaddress

from ipaddress import IPv4Address, IPv4Interface


def prefix_checked(prefix):
    if prefix not in range(33):
        raise ValueError("prefix")
    return prefix


def mask_to_prefix(mask):
    bits = f"{int(IPv4Address(mask)):032b}"
    if "01" in bits:
        raise ValueError(mask)
    return bits.count("1")


def split_address(ip, prefix):
    interface = IPv4Interface((IPv4Address(ip), prefix_checked(prefix)))
    start = interface.network.network_address
    return str(start), int(interface.ip) - int(start)


def same_network(a, b, prefix):
    IPv4Address(b)
    return split_address(a, prefix)[0] == split_address(b, prefix)[0]


def usable_hosts(prefix):
    total = ipaddress.ip_network(("0.0.0.0", prefix_checked(prefix))).num_addresses
    return {1: 1, 2: 2}.get(total, total - 2)
