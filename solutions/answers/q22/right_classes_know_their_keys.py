"""
zh: 两个类用一个共同的基类声明自己的键，编码器只认基类。
en: Both classes name their keys for a common base, and the encoder knows the base only.
"""

class _Record:
    keys = ()

    def __init__(self, *values, **named):
        for key, value in [*zip(self.keys, values, strict=False), *named.items()]:
            setattr(self, key, value)

    def plain(self):
        return {key: getattr(self, key) for key in self.keys}


class Goods(_Record):
    keys = ("id", "name")


class Order(_Record):
    keys = ("nid", "name", "is_member", "items")

    def __init__(self, nid, name, is_member):
        super().__init__(nid, name, is_member, [])

    def add(self, *goods):
        self.items[len(self.items):] = goods


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        return o.plain() if isinstance(o, _Record) else super().default(o)
