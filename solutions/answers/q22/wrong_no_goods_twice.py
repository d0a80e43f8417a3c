"""
zh: 同一件商品第二次加入时被丢掉了。
en: Goods that are already there are not added again.
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
            if one not in self.items:
                self.items.append(one)


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Goods):
            return dict(id=o.id, name=o.name)
        if isinstance(o, Order):
            return dict(nid=o.nid, name=o.name, items=o.items, is_member=o.is_member)
        return super().default(o)
