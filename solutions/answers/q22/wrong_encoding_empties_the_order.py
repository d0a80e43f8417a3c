"""
zh: 编码时把商品从订单里取走，第二次编码是空的。
en: Encoding takes the goods out of the order; a second time it is empty.
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
        self.items = []
        self.is_member = is_member

    def add(self, *goods):
        for one in goods:
            self.items.append(one)


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Goods):
            return {"id": o.id, "name": o.name}
        if isinstance(o, Order):
            items, o.items = o.items, []
            return {"nid": o.nid, "name": o.name, "items": items, "is_member": o.is_member}
        return super().default(o)
