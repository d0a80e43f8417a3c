"""
zh: 自己写错误文字，用了 `__qualname__`。
en: It writes the text of the error itself, with `__qualname__`.
fails: q22-hidden-1
"""

class Goods:
    def __init__(self, id, name):
        self.id, self.name = id, name


class Order:
    def __init__(self, nid, name, is_member):
        self.nid, self.name, self.is_member, self.items = nid, name, is_member, []

    def add(self, *goods):
        self.items.extend(goods)


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Order):
            return {"nid": o.nid, "name": o.name, "items": o.items, "is_member": o.is_member}
        if isinstance(o, Goods):
            return {"id": o.id, "name": o.name}
        raise TypeError(f"Object of type {type(o).__qualname__} is not JSON serializable")
