"""
zh: 还是递归，只是把递归上限调高了。
en: Still recursive, with the limit raised.
fails: q23-hidden-1
"""

import sys

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


def reverse(head, behind=None):
    sys.setrecursionlimit(1_000_000)
    if head is None:
        return behind
    ahead, head.next = head.next, behind
    return reverse(ahead, head)
