"""
zh: match 语句认类，属性放在槽里，items 是只读 property。
en: A match statement tells the classes, attributes stand in slots, items is a read-only property.
"""

class Goods:
    __slots__ = ("id", "name")

    def __init__(self, id, name):
        self.id, self.name = id, name


class Order:
    __slots__ = ("_items", "is_member", "name", "nid")

    def __init__(self, nid, name, is_member):
        self.nid, self.name, self.is_member = nid, name, is_member
        self._items = ()

    @property
    def items(self):
        return list(self._items)

    def add(self, *goods):
        self._items += goods
        return self


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        match o:
            case Goods(id=number, name=name):
                return {"id": number, "name": name}
            case Order(nid=number, name=name, items=items, is_member=member):
                return {"nid": number, "name": name, "items": items, "is_member": member}
            case _:
                return json.JSONEncoder.default(self, o)
