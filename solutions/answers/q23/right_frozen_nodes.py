"""
zh: 冻结的数据类，掉头时绕过冻结。
en: A frozen dataclass whose freeze is bypassed in `reverse`.
"""

import dataclasses


@dataclasses.dataclass(frozen=True, eq=False)
class Node:
    value: object
    next: "Node | None" = None


def from_list(values):
    head = None
    for place in range(len(values) - 1, -1, -1):
        head = Node(values[place], head)
    return head


def to_list(head):
    found = []
    while True:
        if head is None:
            return found
        found.append(head.value)
        head = head.next


def reverse(head):
    before = None
    while head is not None:
        after = head.next
        object.__setattr__(head, "next", before)
        before = head
        head = after
    return before
