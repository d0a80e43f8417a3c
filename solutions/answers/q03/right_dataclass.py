"""
zh: 数据类，`__post_init__` 里复制和计数。
en: A dataclass that copies and counts in `__post_init__`.
"""

import copy
from dataclasses import dataclass
from typing import ClassVar


@dataclass(slots=True)
class Ticket:
    issued: ClassVar[int] = 0
    holder: str
    tags: list | None = None

    def __post_init__(self):
        self.tags = copy.deepcopy(self.tags) if self.tags is not None else []
        Ticket.issued += 1


def attribute_home(obj, name):
    spaces = [("instance", vars(obj))] + [("class", cls.__dict__) for cls in type(obj).mro()]
    return next((home for home, space in spaces if name in space), "missing")
