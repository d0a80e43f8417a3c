"""
zh: 商品里多写了一个类型键，表里没有它。
en: Goods get an extra key for their type, which the table does not have.
fails: q22-check-1 q22-hidden-1 q22-hidden-2
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
            return dict(id=o.id, type=type(o).__name__, name=o.name)
        if isinstance(o, Order):
            return dict(nid=o.nid, name=o.name, items=o.items, is_member=o.is_member)
        return super().default(o)
