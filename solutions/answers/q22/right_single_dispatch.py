"""
zh: 用 functools.singledispatch 按类型分派。
en: Dispatches by type with functools.singledispatch.
"""

from functools import singledispatch


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


@singledispatch
def _to_plain(o):
    return json.JSONEncoder().default(o)


@_to_plain.register
def _(o: Goods):
    return {"name": o.name, "id": o.id}


@_to_plain.register
def _(o: Order):
    return {"items": list(o.items), "is_member": o.is_member, "name": o.name, "nid": o.nid}


class OrderEncoder(json.JSONEncoder):
    default = staticmethod(_to_plain)
