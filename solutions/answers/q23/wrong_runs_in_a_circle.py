"""
zh: 原来第一个节点的 `next` 没有改成 `None`，链表成了环。
en: The old first node keeps its `next`, and the list runs in a circle.
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
    if head is None:
        return None
    behind, node = head, head.next
    while node is not None:
        node.next, behind, node = behind, node, node.next
    return behind
