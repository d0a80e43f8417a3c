"""
zh: 用 `type(o) is` 判断，子类不再算订单或商品。
en: It asks `type(o) is`, so subclasses are neither orders nor goods.
fails: q22-hidden-1
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
        if type(o) is Goods:
            return {"id": o.id, "name": o.name}
        if type(o) is Order:
            return {"nid": o.nid, "name": o.name, "items": o.items, "is_member": o.is_member}
        return super().default(o)
