"""
zh: 空列表没有当心，`values[0]` 出错。
en: The empty list was forgotten: `values[0]` fails.
fails: q23-check-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def from_list(values):
    head = tail = Node(values[0])
    for value in values[1:]:
        tail.next = Node(value)
        tail = tail.next
    return head


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
