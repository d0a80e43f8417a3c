"""
zh: 用值当字典的键去找节点，重复的值连错了。
en: It finds nodes by their values in a dict, and repeated values are linked wrongly.
fails: q23-check-1 q23-hidden-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def from_list(values):
    nodes = {repr(value): Node(value) for value in values}
    order = list(nodes.values())
    for node, following in zip(order, order[1:]):
        node.next = following
    return order[0] if order else None


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
