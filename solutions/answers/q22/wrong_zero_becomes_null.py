"""
zh: `o.nid or None`：编号 0 写成了 `null`。
en: `o.nid or None`: the number 0 is written as `null`.
fails: q22-hidden-2
"""

class Goods:
    def __init__(self, id, name):
        self.id = id
        self.name = name


class Order:
    def __init__(self, nid, name, is_member):
        self.nid = nid
        self.name = name
        self.is_member = is_member
        self.items = []

    def add(self, *goods):
        self.items.extend(goods)


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Goods):
            return {"id": o.id or None, "name": o.name}
        if isinstance(o, Order):
            return {"nid": o.nid or None, "name": o.name, "items": o.items, "is_member": o.is_member}
        return super().default(o)
