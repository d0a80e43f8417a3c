"""
zh: 在 vars(o) 上直接改写，编码之后订单里的商品变成了字典。
en: It writes into vars(o): after encoding the order holds dicts in place of its goods.
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
            o.items = [self.default(item) for item in o.items]
            return {"nid": o.nid, "name": o.name, "items": o.items, "is_member": o.is_member}
        return super().default(o)
