"""
zh: 用 `value` 的真假判断有没有节点，遇到 `0` 或 `None` 就停。
en: It takes the truth of a value for the presence of a node, and stops at `0` or `None`.
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
    while head and head.value:
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
