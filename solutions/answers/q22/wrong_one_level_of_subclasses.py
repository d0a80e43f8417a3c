"""
zh: 只认直接子类，子类的子类不认。
en: Only direct subclasses are known, not a subclass of a subclass.
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
        cls = type(o)
        if cls is Goods or cls.__base__ is Goods:
            return {"id": o.id, "name": o.name}
        if cls is Order or cls.__base__ is Order:
            return {"nid": o.nid, "name": o.name, "items": o.items, "is_member": o.is_member}
        return super().default(o)
