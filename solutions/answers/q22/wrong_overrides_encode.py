"""
zh: 改写了 encode，只有最外层的对象会被转换。
en: It overrides encode, so only the outermost object is converted.
fails: q22-hidden-1 q22-hidden-2
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
    def encode(self, o):
        if isinstance(o, Goods):
            return super().encode({"id": o.id, "name": o.name})
        if isinstance(o, Order):
            items = [{"id": item.id, "name": item.name} for item in o.items]
            return super().encode({"nid": o.nid, "name": o.name, "items": items, "is_member": o.is_member})
        return super().encode(o)
