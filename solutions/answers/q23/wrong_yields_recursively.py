"""
zh: `to_list` 用 `yield from` 层层套着，其实还是递归。
en: `to_list` nests one `yield from` in the other, which is recursion all the same.
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


def values_of(node):
    if node is not None:
        yield node.value
        yield from values_of(node.next)


def to_list(head):
    return list(values_of(head))


def reverse(head):
    behind = None
    while head is not None:
        ahead = head.next
        head.next = behind
        behind, head = head, ahead
    return behind
