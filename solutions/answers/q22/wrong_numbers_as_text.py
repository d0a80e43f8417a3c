"""
zh: 编号写成了字符串。
en: The numbers are written as strings.
fails: q22-check-1 q22-hidden-1 q22-hidden-2
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
        if isinstance(o, Goods):
            return dict(id=str(o.id), name=o.name)
        if isinstance(o, Order):
            return dict(nid=o.nid, name=o.name, items=o.items, is_member=o.is_member)
        return super().default(o)
