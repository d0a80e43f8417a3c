"""
zh: `to_list` 一边读一边拆，第二次只剩一个。
en: `to_list` takes the list apart as it reads; the second time one value is left.
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
        following, head.next = head.next, None
        head = following
    return values


def reverse(head):
    behind = None
    while head is not None:
        ahead = head.next
        head.next = behind
        behind, head = head, ahead
    return behind
