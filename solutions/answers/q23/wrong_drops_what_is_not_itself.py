"""
zh: 与自己不相等的值（如 nan）被丢掉。
en: Values that are not equal to themselves, such as nan, are dropped.
fails: q23-hidden-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next


def from_list(values):
    head = None
    for v in reversed(values):
        head = Node(v, head)
    return head


def to_list(head):
    out = []
    while head is not None:
        head.value == head.value and out.append(head.value)
        head = head.next
    return out


def reverse(head):
    prev = None
    while head is not None:
        head.next, prev, head = prev, head, head.next
    return prev
