"""
zh: 凡是有 __dict__ 的对象都照写，不相干的类也被编码了。
en: Anything that has a __dict__ is written, classes that have nothing to do with orders too.
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
        if hasattr(o, "__dict__"):
            return dict(o.__dict__)
        return super().default(o)
