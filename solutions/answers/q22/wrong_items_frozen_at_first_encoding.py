"""
zh: 第一次编码时把商品的副本存进订单，以后一直用它。
en: The first encoding stores a copy of the goods in the order, and later ones use it.
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
            return {"nid": o.nid, "name": o.name, "items": vars(o).setdefault("_written", list(o.items)), "is_member": o.is_member}
        return super().default(o)
