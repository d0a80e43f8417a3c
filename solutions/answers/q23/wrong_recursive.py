"""
zh: 三个函数都用递归，节点一多就 `RecursionError`。
en: All three are recursive; with many nodes that is a `RecursionError`.
fails: q23-hidden-1
"""

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def from_list(values):
    return Node(values[0], from_list(values[1:])) if values else None


def to_list(head):
    return [] if head is None else [head.value, *to_list(head.next)]


def reverse(head, behind=None):
    if head is None:
        return behind
    ahead, head.next = head.next, behind
    return reverse(ahead, head)
