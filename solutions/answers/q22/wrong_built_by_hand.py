"""
zh: 用 f-string 手工拼 JSON，名字里的引号和换行没有转义。
en: The JSON is put together by hand; quotes and line ends in names are not escaped.
fails: q22-hidden-1 q22-hidden-2
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
    def iterencode(self, o, _one_shot=False):
        yield self._text(o)

    def _text(self, o):
        if isinstance(o, Goods):
            return f'{{"id": {o.id}, "name": "{o.name}"}}'
        if isinstance(o, Order):
            items = ", ".join(self._text(item) for item in o.items)
            member = "true" if o.is_member else "false"
            return f'{{"nid": {o.nid}, "name": "{o.name}", "items": [{items}], "is_member": {member}}}'
        return "".join(super().iterencode(o))
