"""
zh: default 返回了一段 JSON 文本，结果是字符串里套着 JSON。
en: default returns a piece of JSON text, so the result is JSON inside a string.
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
            return json.dumps({"id": o.id, "name": o.name}, ensure_ascii=False)
        if isinstance(o, Order):
            fields = {"nid": o.nid, "name": o.name, "items": o.items, "is_member": o.is_member}
            return json.dumps(fields, cls=OrderEncoder, ensure_ascii=False)
        return super().default(o)
