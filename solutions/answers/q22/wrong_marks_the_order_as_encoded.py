"""
zh: 编码时给订单添了一个记号属性。
en: Encoding adds an attribute to the order as a mark.
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
            return {"id": o.id, "name": o.name}
        if isinstance(o, Order):
            return {"nid": o.nid, "name": o.name, "items": setattr(o, "encoded", True) or o.items, "is_member": o.is_member}
        return super().default(o)
