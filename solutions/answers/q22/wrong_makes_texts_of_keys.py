"""
zh: 先把整棵树转换一遍，字典的键都成了 `str(key)`。
en: It converts the whole tree first, and makes `str(key)` of the keys of dicts.
fails: q22-hidden-2
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
    def _plain(self, o):
        if isinstance(o, Order):
            return {"nid": o.nid, "name": o.name, "items": self._plain(o.items), "is_member": o.is_member}
        if isinstance(o, Goods):
            return {"id": o.id, "name": o.name}
        if isinstance(o, dict):
            return {str(k): self._plain(v) for k, v in o.items()}
        if isinstance(o, (list, tuple)):
            return [self._plain(x) for x in o]
        return o

    def iterencode(self, o, _one_shot=False):
        return super().iterencode(self._plain(o), _one_shot)

    def encode(self, o):
        return super().encode(self._plain(o))
