"""
zh: 在 MRO 的类名里找，别处同名的类也被当成订单。
en: It looks for the class's name in the MRO, so a foreign class of the same name passes for an order.
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
        names = [cls.__name__ for cls in type(o).__mro__]
        if "Goods" in names:
            return {"id": o.id, "name": o.name}
        if "Order" in names:
            return {"nid": o.nid, "name": o.name, "items": o.items, "is_member": o.is_member}
        return super().default(o)
