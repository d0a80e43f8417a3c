"""
zh: 换的是各节点的 `value`，节点还是原来的次序。
en: It exchanges values; the nodes stay in their old order.
fails: q23-check-2 q23-hidden-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def from_list(values):
    head = None
    for value in reversed(values):
        head = Node(value, head)
    return head


def to_list(head):
    values = []
    while head is not None:
        values.append(head.value)
        head = head.next
    return values


def reverse(head):
    values = to_list(head)
    node = head
    while node is not None:
        node.value = values.pop()
        node = node.next
    return head
