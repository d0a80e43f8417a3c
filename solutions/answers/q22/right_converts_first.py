"""
zh: 改写 iterencode，先把整棵树换成普通数据；dumps 和 dump 都经过它。
en: Overrides iterencode and converts the whole tree first; dumps and dump both go through it.
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


def _converted(o):
    if isinstance(o, Goods):
        return {"id": o.id, "name": o.name}
    if isinstance(o, Order):
        return {"nid": o.nid, "name": o.name, "is_member": o.is_member, "items": [_converted(item) for item in o.items]}
    if isinstance(o, dict):
        return {key: _converted(value) for key, value in o.items()}
    if isinstance(o, (list, tuple)):
        return [_converted(item) for item in o]
    return o


class OrderEncoder(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        return super().iterencode(_converted(o), _one_shot)
