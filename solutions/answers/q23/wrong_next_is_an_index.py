"""
zh: `next` 存的是编号，不是节点。
en: `next` holds a number, not a node.
fails: q23-check-1 q23-hidden-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def from_list(values):
    nodes = [Node(value, place + 1) for place, value in enumerate(values)]
    return nodes[0] if nodes else None


def to_list(head):
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
