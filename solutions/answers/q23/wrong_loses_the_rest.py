"""
zh: 先改了 `next` 再去读它，后面的节点全丢了。
en: It changes `next` before reading it, and the rest is lost.
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
    behind = None
    while head is not None:
        head.next = behind
        behind = head
        head = head.next
    return behind
