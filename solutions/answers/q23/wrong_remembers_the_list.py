"""
zh: 第一个节点记着造它的列表，掉头之后还照旧说。
en: The first node remembers the list it was made from, and still tells it after a reverse.
fails: q23-hidden-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def from_list(values):
    head = None
    for value in reversed(values):
        head = Node(value, head)
    if head is not None:
        head.all = list(values)
    return head


def to_list(head):
    if hasattr(head, "all"):
        return list(head.all)
    values = []
    while head is not None:
        values.append(head.value)
        head = head.next
    return values


def reverse(head):
    behind = None
    while head is not None:
        ahead = head.next
        head.next = behind
        behind, head = head, ahead
    return behind
