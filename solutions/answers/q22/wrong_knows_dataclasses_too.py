"""
zh: 别人的 dataclass 也编码了。
en: It encodes other people's dataclasses as well.
fails: q22-hidden-1
"""

class Goods:
    def __init__(self, id, name):
        self.id, self.name = id, name


class Order:
    def __init__(self, nid, name, is_member):
        self.nid, self.name, self.is_member, self.items = nid, name, is_member, []

    def add(self, *goods):
        self.items.extend(goods)


import dataclasses


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Order):
            return {"nid": o.nid, "name": o.name, "items": o.items, "is_member": o.is_member}
        if isinstance(o, Goods):
            return {"id": o.id, "name": o.name}
        if dataclasses.is_dataclass(o):
            return dataclasses.asdict(o)
        return super().default(o)
