"""
zh: 按商品编号记住结果，编号相同、名字不同的商品混成一件。
en: Results are remembered by the goods' number, so two goods of one number become the same.
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
            return self.seen.setdefault(o.id, {"id": o.id, "name": o.name})
        if isinstance(o, Order):
            return {"nid": o.nid, "name": o.name, "items": list(o.items), "is_member": o.is_member}
        return super().default(o)
