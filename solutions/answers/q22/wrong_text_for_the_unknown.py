"""
zh: 不认识的对象写成了它的文字。
en: An unknown object is written as its text.
fails: q22-check-2 q22-hidden-1
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
        if isinstance(o, Order):
            return {"nid": o.nid, "name": o.name, "items": o.items, "is_member": o.is_member}
        if isinstance(o, Goods):
            return {"id": o.id, "name": o.name}
        return str(o)
