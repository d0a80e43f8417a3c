"""
zh: 掉头时造了一套新节点。
en: To reverse, it makes a new set of nodes.
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
    turned = None
    while head is not None:
        turned = Node(head.value, turned)
        head = head.next
    return turned
