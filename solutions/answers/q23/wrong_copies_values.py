"""
zh: 节点里放的是值的拷贝。
en: A node holds a copy of its value.
fails: q23-hidden-1
"""

import copy


class Node:
    def __init__(self, value, next=None):
        self.value = copy.deepcopy(value)
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
        ahead = head.next
        head.next = behind
        behind, head = head, ahead
    return behind
