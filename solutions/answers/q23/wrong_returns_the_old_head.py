"""
zh: 转了向，却返回原来的第一个节点。
en: It turns the arrows, and returns the old first node.
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
    behind, node = None, head
    while node is not None:
        node.next, behind, node = behind, node, node.next
    return head
