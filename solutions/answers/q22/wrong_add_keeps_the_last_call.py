"""
zh: add 每次都换掉整个列表，只留下最后一次的商品。
en: add replaces the list each time, so only the goods of the last call stay.
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
        self.items = list(goods)


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Goods):
            return dict(id=o.id, name=o.name)
        if isinstance(o, Order):
            return dict(nid=o.nid, name=o.name, items=o.items, is_member=o.is_member)
        return super().default(o)
