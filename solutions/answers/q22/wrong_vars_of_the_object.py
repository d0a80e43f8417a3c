"""
zh: 用 vars(o) 代替列出键，子类对象多出来的属性也写了出去。
en: vars(o) instead of naming the keys: extra attributes of a subclass's object are written out.
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
        if isinstance(o, (Goods, Order)):
            return vars(o).copy()
        return super().default(o)
