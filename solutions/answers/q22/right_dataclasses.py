"""
zh: 冻结的数据类，字段由 dataclasses.fields 列出。
en: Frozen data classes whose keys come from dataclasses.fields.
"""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Goods:
    id: int
    name: str


@dataclasses.dataclass
class Order:
    nid: int
    name: str
    is_member: bool
    items: list = dataclasses.field(default_factory=list, init=False)

    def add(self, *goods):
        self.items += goods


class OrderEncoder(json.JSONEncoder):
    def default(self, o):
        for known in (Goods, Order):
            if isinstance(o, known):
                return {field.name: getattr(o, field.name) for field in dataclasses.fields(known)}
        return super().default(o)
