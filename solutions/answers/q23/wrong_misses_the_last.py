"""
zh: `to_list` 在 `next` 是 `None` 时就停，漏掉最后一个。
en: `to_list` stops where `next` is `None`, and misses the last value.
fails: q23-check-1 q23-hidden-1
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
    while head is not None and head.next is not None:
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
