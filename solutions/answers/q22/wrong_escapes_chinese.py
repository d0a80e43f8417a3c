"""
zh: 编码器自己把 ensure_ascii 固定成了 True，汉字变成 \\u 转义。
en: The encoder insists on ensure_ascii=True, so Chinese turns into escapes.
fails: q22-check-1
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
    def __init__(self, **options):
        super().__init__(**{**options, "ensure_ascii": True})

    def default(self, o):
        if isinstance(o, Goods):
            return dict(id=o.id, name=o.name)
        if isinstance(o, Order):
            return dict(nid=o.nid, name=o.name, items=o.items, is_member=o.is_member)
        return super().default(o)
