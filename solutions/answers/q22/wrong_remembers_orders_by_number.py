"""
zh: 按订单编号记住结果，后来添加的商品写不出来。
en: Results are remembered by the order's number, so goods added later are not written.
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
    seen = {}

    def default(self, o):
        if isinstance(o, Goods):
            return {"id": o.id, "name": o.name}
        if isinstance(o, Order):
            return self.seen.setdefault(o.nid, {"nid": o.nid, "name": o.name, "items": list(o.items), "is_member": o.is_member})
        return super().default(o)
