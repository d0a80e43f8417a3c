"""
zh: 看属性而不看类，长得像订单的对象也被编码了。
en: It goes by attributes, so whatever looks like an order is encoded.
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
        for keys in (("nid", "name", "items", "is_member"), ("id", "name")):
            if all(hasattr(o, key) for key in keys):
                return {key: getattr(o, key) for key in keys}
        return super().default(o)
