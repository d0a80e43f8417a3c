"""
zh: 用 `ip_interface` 比较网络，它也收 IPv6 的写法。
en: Networks are compared with `ip_interface`, which takes IPv6 texts as well.
fails: q15-hidden-2
"""

import ipaddress


def mask_to_prefix(mask):
    bits = f"{int(ipaddress.IPv4Address(mask)):032b}"
    if "01" in bits:
        raise ValueError(mask)
    return bits.count("1")


def split_address(ip, prefix):
    interface = ipaddress.IPv4Interface((ipaddress.IPv4Address(ip), prefix))
    start = interface.network.network_address
    return str(start), int(interface.ip) - int(start)


def same_network(a, b, prefix):
    return ipaddress.ip_interface(f"{a}/{prefix}").network == ipaddress.ip_interface(f"{b}/{prefix}").network


def usable_hosts(prefix):
    if prefix not in range(33):
        raise ValueError(prefix)
    return {31: 2, 32: 1}.get(prefix, 2 ** (32 - prefix) - 2)
