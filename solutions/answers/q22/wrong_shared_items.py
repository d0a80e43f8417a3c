"""
zh: items 写在类里，所有订单共用一个列表。
en: items stands in the class, so all orders share one list.
fails: q22-check-1 q22-hidden-1 q22-hidden-2
"""

class Goods:
    def __init__(self, id, name):
        self.id = id
        self.name = name


class Order:
    items = []

    def __init__(self, nid, name, is_member):
        self.nid = nid
        self.name = name
        self.is_member = is_member

    def add(self, *goods):
        self.items.extend(goods)


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Goods):
            return dict(id=o.id, name=o.name)
        if isinstance(o, Order):
            return dict(nid=o.nid, name=o.name, items=o.items, is_member=o.is_member)
        return super().default(o)
