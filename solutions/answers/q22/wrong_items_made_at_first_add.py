"""
zh: items 只在第一次 add 时才有，还没有商品的订单无法编码。
en: items exists only from the first add on: an order without goods cannot be encoded.
fails: q22-check-1
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

    def add(self, *goods):
        if not hasattr(self, "items"):
            self.items = []
        self.items += goods


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Goods):
            return dict(id=o.id, name=o.name)
        if isinstance(o, Order):
            return dict(nid=o.nid, name=o.name, items=o.items, is_member=o.is_member)
        return super().default(o)
