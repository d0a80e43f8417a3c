"""
zh: 用了 NamedTuple：json 把它当列表，根本不会来问 default。
en: Goods is a NamedTuple: json takes it for a list and never asks default.
fails: q22-check-1 q22-hidden-1 q22-hidden-2
"""

from typing import NamedTuple


class Goods(NamedTuple):
    id: int
    name: str


class Order:
    def __init__(self, nid, name, is_member):
        self.nid = nid
        self.name = name
        self.items = []
        self.is_member = is_member

    def add(self, *goods):
        for one in goods:
            self.items.append(one)


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Goods):
            return dict(id=o.id, name=o.name)
        if isinstance(o, Order):
            return dict(nid=o.nid, name=o.name, items=o.items, is_member=o.is_member)
        return super().default(o)
