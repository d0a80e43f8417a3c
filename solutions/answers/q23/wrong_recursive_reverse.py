"""
zh: 只有 `reverse` 用递归。
en: Only `reverse` is recursive.
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
    return head


def to_list(head):
    values = []
    while head is not None:
        values.append(head.value)
        head = head.next
    return values


def reverse(head):
    if head is None or head.next is None:
        return head
    turned = reverse(head.next)
    head.next.next = head
    head.next = None
    return turned
